package io.opsflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    void a_bare_mysql_url_gets_what_the_engine_needs() {
        assertThat(DatabaseUrl.completed("jdbc:mysql://db:3306/opsflow"))
                .isEqualTo("jdbc:mysql://db:3306/opsflow?nullCatalogMeansCurrent=true&connectionTimeZone=UTC"
                        + "&forceConnectionTimeZoneToSession=true&useServerPrepStmts=true&cachePrepStmts=true"
                        + "&prepStmtCacheSize=500&prepStmtCacheSqlLimit=4096&rewriteBatchedStatements=true"
                        + "&connectTimeout=10000&socketTimeout=120000");
    }

    @Test
    void what_the_url_says_already_is_left_alone() {
        String url = DatabaseUrl.completed("jdbc:mysql://db/opsflow?cachePrepStmts=false&sslMode=REQUIRED");
        assertThat(url)
                .startsWith(
                        "jdbc:mysql://db/opsflow?cachePrepStmts=false&sslMode=REQUIRED&nullCatalogMeansCurrent=true")
                .doesNotContain("cachePrepStmts=true");
        assertThat(DatabaseUrl.completed("jdbc:h2:file:/srv/opsflow;write_delay=500"))
                .isEqualTo(
                        "jdbc:h2:file:/srv/opsflow;write_delay=500;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;MAX_COMPACT_TIME=0");
    }

    @Test
    void a_database_in_memory_lives_as_long_as_the_program() {
        assertThat(DatabaseUrl.completed("jdbc:h2:mem:a"))
                .contains("DB_CLOSE_DELAY=-1")
                .doesNotContain("WRITE_DELAY");
    }

    @Test
    void server_and_database_are_named_without_password() {
        assertThat(DatabaseUrl.host("jdbc:mysql://me:pw@db.example:3306/ops?x=y"))
                .isEqualTo("db.example:3306");
        assertThat(DatabaseUrl.name("jdbc:mysql://me:pw@db.example:3306/ops?x=y"))
                .isEqualTo("ops");
    }
}
