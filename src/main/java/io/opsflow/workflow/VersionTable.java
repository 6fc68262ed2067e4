package io.opsflow.workflow;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The versions of processes with all that is known of their origin, and what owners have answered. In SQL on the
 * engine's tables, because its queries find a version's deployer, source and instances only one by one.
 */
@Component
class VersionTable {

    private final JdbcClient sql;

    VersionTable(JdbcTemplate jdbc) {
        this.sql = JdbcClient.create(jdbc);
    }

    /**
     * An owner's decision to keep their own version.
     *
     * @param by who
     * @param at when
     */
    record Kept(String by, Instant at) {}

    PageOf<ProcessRelease> page(String processKey, Paging paging) {
        List<ProcessRelease> rows = sql.sql("select d.VERSION_, p.SOURCE_, p.DEPLOY_TIME_,"
                        + " (select max(l.USER_ID_) from ACT_HI_OP_LOG l where l.DEPLOYMENT_ID_ = p.ID_"
                        + " and l.ENTITY_TYPE_ = 'Deployment' and l.OPERATION_TYPE_ = 'Create') DEPLOYER,"
                        + " (select count(*) from ACT_RU_EXECUTION e where e.PROC_DEF_ID_ = d.ID_"
                        + " and e.PARENT_ID_ is null) RUNNING,"
                        + " (select max(n.VERSION_) from ACT_RE_PROCDEF n where n.KEY_ = d.KEY_"
                        + " and n.TENANT_ID_ is null) NEWEST"
                        + " from ACT_RE_PROCDEF d join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_"
                        + " where d.KEY_ = ? and d.TENANT_ID_ is null order by d.VERSION_ desc limit ? offset ?")
                .params(processKey, paging.size(), paging.offset())
                .query(VersionTable::version)
                .list();
        long total = rows.size() < paging.size() && (paging.page() == 0 || !rows.isEmpty())
                ? paging.offset() + rows.size()
                : sql.sql("select count(*) from ACT_RE_PROCDEF where KEY_ = ? and TENANT_ID_ is null")
                        .param(processKey)
                        .query(Long.class)
                        .single();
        return new PageOf<>(
                rows, paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }

    /** The engine's id of a version's deployment. */
    Optional<String> deployment(String processKey, int version) {
        return sql.sql("select DEPLOYMENT_ID_ from ACT_RE_PROCDEF"
                        + " where KEY_ = ? and VERSION_ = ? and TENANT_ID_ is null")
                .params(processKey, version)
                .query(String.class)
                .optional();
    }

    Optional<Kept> kept(ModelUnit unit) {
        return sql.sql("select kept_by, kept_at from kept_model where process_key = ? and digest = ?")
                .params(unit.key(), unit.digest())
                .query((row, number) -> new Kept(
                        row.getString(1), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .optional();
    }

    /** The contents that an owner has decided not to take. */
    Set<String> keptDigests() {
        return sql.sql("select digest from kept_model").query(String.class).set();
    }

    void keep(ModelUnit unit, Kept kept) {
        sql.sql("insert into kept_model (process_key, digest, kept_by, kept_at) values (?, ?, ?, ?)")
                .params(unit.key(), unit.digest(), kept.by(), LocalDateTime.ofInstant(kept.at(), ZoneOffset.UTC))
                .update();
    }

    private static ProcessRelease version(ResultSet row, int number) throws SQLException {
        String said = row.getString("SOURCE_");
        ModelSource source = ModelSource.of(said);
        return new ProcessRelease(
                row.getInt("VERSION_"),
                source,
                source == ModelSource.LIVE_EDIT ? said : null,
                ModelSource.restoredFrom(said),
                row.getString("DEPLOYER"),
                null,
                row.getObject("DEPLOY_TIME_", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong("RUNNING"),
                row.getInt("VERSION_") == row.getInt("NEWEST"));
    }
}
