package io.opsflow.workflow.web;

import static io.opsflow.kernel.Permissions.PROCESSES_DEPLOY;
import static io.opsflow.kernel.Permissions.PROCESSES_OPERATE;
import static io.opsflow.kernel.Permissions.PROCESSES_WATCH;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;

import io.opsflow.platform.AtStart;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the engine grants to whom, all of it: at every start, what is missing is added, and whatever else stands in the
 * engine's table is removed. Nobody is granted work on tasks, instances or variables; that is done in OpsFlow.
 */
@Component
class EngineGrants extends AtStart {

    private static final List<Grant> ALL = List.of(
            grant(PROCESSES_WATCH, Resources.APPLICATION, "cockpit", ACCESS),
            grant(PROCESSES_WATCH, Resources.APPLICATION, "tasklist", ACCESS),
            grant(
                    PROCESSES_WATCH,
                    Resources.PROCESS_DEFINITION,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_HISTORY),
            grant(
                    PROCESSES_WATCH,
                    Resources.DECISION_DEFINITION,
                    READ,
                    org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY),
            grant(PROCESSES_WATCH, Resources.DECISION_REQUIREMENTS_DEFINITION, READ),
            grant(PROCESSES_WATCH, Resources.DEPLOYMENT, READ),
            grant(PROCESSES_WATCH, Resources.FILTER, READ),
            grant(PROCESSES_DEPLOY, Resources.DEPLOYMENT, READ, CREATE),
            grant(PROCESSES_DEPLOY, Resources.PROCESS_DEFINITION, READ),
            grant(PROCESSES_DEPLOY, Resources.DECISION_DEFINITION, READ),
            grant(PROCESSES_OPERATE, Resources.APPLICATION, "admin", ACCESS),
            grant(
                    PROCESSES_OPERATE,
                    Resources.PROCESS_DEFINITION,
                    ProcessDefinitionPermissions.RETRY_JOB,
                    ProcessDefinitionPermissions.SUSPEND,
                    ProcessDefinitionPermissions.SUSPEND_INSTANCE),
            grant(
                    PROCESSES_OPERATE,
                    Resources.PROCESS_INSTANCE,
                    ProcessInstancePermissions.RETRY_JOB,
                    ProcessInstancePermissions.SUSPEND),
            grant(PROCESSES_OPERATE, Resources.AUTHORIZATION, READ),
            grant(PROCESSES_OPERATE, Resources.OPERATION_LOG_CATEGORY, READ),
            grant(PROCESSES_OPERATE, Resources.SYSTEM, READ));

    private final AuthorizationService authorizations;
    private final JdbcTemplate sql;
    private final TransactionTemplate transaction;

    EngineGrants(AuthorizationService authorizations, JdbcTemplate sql, TransactionTemplate transaction) {
        super(ENGINE);
        this.authorizations = authorizations;
        this.sql = sql;
        this.transaction = transaction;
    }

    /** What the members of a group may do with a kind of thing. */
    private record Grant(String group, int resource, String id, int permissions) {

        static @Nullable Grant of(Authorization found) {
            return found.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT && found.getGroupId() != null
                    ? new Grant(
                            found.getGroupId(),
                            found.getResourceType(),
                            found.getResourceId(),
                            ((AuthorizationEntity) found).getPermissions())
                    : null;
        }
    }

    private static Grant grant(String group, Resource resource, Permission... permissions) {
        return grant(group, resource, Authorization.ANY, permissions);
    }

    private static Grant grant(String group, Resource resource, String id, Permission... permissions) {
        int bits = Arrays.stream(permissions).mapToInt(Permission::getValue).reduce(0, (all, one) -> all | one);
        return new Grant(group, resource.resourceType(), id, bits);
    }

    @Override
    protected void run() {
        transaction.executeWithoutResult(status -> synchronise());
    }

    private void synchronise() {
        // Nodes that start together do it one after the other: the second finds what the first has written.
        sql.queryForList("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update");
        Set<Grant> missing = new HashSet<>(ALL);
        for (Authorization found : authorizations.createAuthorizationQuery().list()) {
            if (!missing.remove(Grant.of(found))) {
                authorizations.deleteAuthorization(found.getId());
            }
        }
        missing.forEach(this::add);
    }

    private void add(Grant grant) {
        AuthorizationEntity entity = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        entity.setGroupId(grant.group());
        entity.setResourceType(grant.resource());
        entity.setResourceId(grant.id());
        entity.setPermissions(grant.permissions());
        authorizations.saveAuthorization(entity);
    }
}
