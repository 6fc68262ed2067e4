package io.opsflow.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool whose statements are counted while they are to be, and which costs nothing otherwise. */
final class CountedSource extends DelegatingDataSource {

    private final AtomicInteger statements = new AtomicInteger();
    private final DataSource counting;
    private volatile boolean counted;

    CountedSource(DataSource source) {
        super(source);
        counting = ProxyDataSourceBuilder.create(source)
                .listener(new QueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

                    @Override
                    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        statements.incrementAndGet();
                    }
                })
                .build();
    }

    /** The statements of all threads during the work; a batch is one. */
    int during(Runnable work) {
        statements.set(0);
        counted = true;
        try {
            work.run();
        } finally {
            counted = false;
        }
        return statements.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted ? counting.getConnection() : super.getConnection();
    }
}
