package io.opsflow.workflow;

import io.opsflow.testing.OpsFlowMySqlTest;
import io.opsflow.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;

/** The same on MySQL. */
@OpsFlowMySqlTest
class InboxTableMySqlIT extends InboxTableTest {

    InboxTableMySqlIT(@Autowired InboxTable table, @Autowired SqlCount sql) {
        super(table, sql);
    }
}
