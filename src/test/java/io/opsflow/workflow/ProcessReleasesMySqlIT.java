package io.opsflow.workflow;

import io.opsflow.kernel.Validation;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowMySqlTest;
import io.opsflow.testing.SqlCount;
import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same on MySQL. */
@OpsFlowMySqlTest
class ProcessReleasesMySqlIT extends ProcessReleasesTest {

    ProcessReleasesMySqlIT(
            @Autowired ProcessReleases releases,
            @Autowired Deployments deployments,
            @Autowired DeployedFiles files,
            @Autowired VersionTable table,
            @Autowired People people,
            @Autowired Validation validation,
            @Autowired Clock clock,
            @Autowired ProcessEngine engine,
            @Autowired JdbcTemplate sql,
            @Autowired SqlCount count,
            @Autowired As as) {
        super(releases, deployments, files, table, people, validation, clock, engine, sql, count, as);
    }
}
