package io.opsflow.accounts;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever a test has added is gone when its class ends: who works here is what many others ask for. */
public final class PeopleAsBefore implements TestExecutionListener {

    /** MySQL does not delete from what it reads, unless it has read it before. */
    private static final String NEW = " (select id from (select id from app_user where username not in (%s)) added)"
            .formatted(String.join(
                    ",",
                    Stream.of(DemoAccount.values())
                            .map(demo -> "'" + demo.username() + "'")
                            .toList()));

    /** What points at people without going with them. */
    private static final List<String> FIRST =
            List.of("user_role where user_id in", "group_member where user_id in", "app_user where id in");

    @Override
    public void afterTestClass(TestContext test) {
        if (!test.hasApplicationContext()) {
            return;
        }
        ApplicationContext product = test.getApplicationContext();
        // Slices and closed contexts have no people.
        Directory directory = product.getBeanProvider(Directory.class).getIfAvailable();
        if (directory == null) {
            return;
        }
        JdbcTemplate sql = product.getBean(JdbcTemplate.class);
        product.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            FIRST.forEach(rows -> sql.update("delete from " + rows + NEW));
            directory.changed();
        });
    }
}
