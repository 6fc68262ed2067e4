package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was deployed from where, and the deploying itself. Asks the engine's tables: its queries cannot say it. */
@Component
class Deployments {

    /** The source of every deployment whose content came with the product. */
    static final String BUNDLE = "opsflow-bundle";

    private final RepositoryService repository;
    private final EngineCall call;
    private final JdbcClient sql;

    Deployments(RepositoryService repository, EngineCall call, JdbcTemplate jdbc) {
        this.repository = repository;
        this.call = call;
        this.sql = JdbcClient.create(jdbc);
    }

    /**
     * The newest version of a process or a decision.
     *
     * @param version      from 1
     * @param deploymentId the engine's id of its deployment
     * @param source       where it was deployed from
     */
    record Latest(int version, String deploymentId, @Nullable String source) {

        boolean isBundled() {
            return BUNDLE.equals(source);
        }
    }

    /**
     * Nobody else decides about deployments until this transaction ends: other nodes and other owners wait. It is the
     * row that the engine itself locks where it can.
     */
    void lock() {
        sql.sql("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'deployment.lock' for update")
                .query(String.class)
                .single();
    }

    Optional<Latest> latest(ModelUnit.Kind kind, String key) {
        return sql.sql("select d.VERSION_, d.DEPLOYMENT_ID_, p.SOURCE_ from " + kind.table() + " d"
                        + " join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_"
                        + " where d.KEY_ = ? and d.TENANT_ID_ is null order by d.VERSION_ desc limit 1")
                .param(key)
                .query((row, number) -> new Latest(row.getInt(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** The keys of the processes whose newest version did not come with the product. */
    Set<String> liveProcesses() {
        return sql.sql("select d.KEY_ from ACT_RE_PROCDEF d join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_"
                        + " where d.TENANT_ID_ is null and (p.SOURCE_ is null or p.SOURCE_ <> ?)"
                        + " and d.VERSION_ = (select max(n.VERSION_) from ACT_RE_PROCDEF n where n.KEY_ = d.KEY_"
                        + " and n.TENANT_ID_ is null)")
                .param(BUNDLE)
                .query(String.class)
                .set();
    }

    /** Whether the content was ever deployed as it came with the product. */
    boolean wasBundled(ModelUnit unit) {
        return neverBundled(List.of(unit)).isEmpty();
    }

    /** Those of the units whose content was never deployed as it came with the product. */
    List<ModelUnit> neverBundled(List<ModelUnit> units) {
        Set<String> deployed = sql.sql("select NAME_ from ACT_RE_DEPLOYMENT where SOURCE_ = ?")
                .param(BUNDLE)
                .query(String.class)
                .set();
        return units.stream().filter(unit -> !deployed.contains(name(unit))).toList();
    }

    /** Deploys what came with the product. */
    void deploy(ModelUnit unit) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        unit.files().forEach((file, content) -> files.put(file, content.getBytes(StandardCharsets.UTF_8)));
        deploy(BUNDLE, name(unit), files);
    }

    /** Deploys in the name of whoever acts; at a start that is nobody. */
    void deploy(String source, String name, Map<String, byte[]> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().source(source).name(name);
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        if (Actor.isSignedIn()) {
            call.of(deployment::deploy);
        } else {
            deployment.deploy();
        }
    }

    /** A file's name has at most 255 characters and so has the engine's column; 65 of them are the digest's. */
    private static String name(ModelUnit unit) {
        return unit.key() + " " + unit.digest();
    }
}
