package io.opsflow.testing;

import java.util.ArrayList;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/** Counts the statements that a thread sends to the database, by whichever way: JPA, JDBC or the engine. */
public class SqlCount implements QueryExecutionListener {

    private final ThreadLocal<List<String>> statements = ThreadLocal.withInitial(ArrayList::new);

    /** The statements of the work, in order; a batch is one statement. */
    public List<String> during(Runnable work) {
        statements.get().clear();
        work.run();
        return List.copyOf(statements.get());
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        queries.stream().findFirst().ifPresent(query -> statements.get().add(query.getQuery()));
    }
}
