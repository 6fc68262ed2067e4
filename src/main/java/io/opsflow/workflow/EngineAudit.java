package io.opsflow.workflow;

import io.opsflow.audit.AuditRecorder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Brings what people do in Cockpit and through the engine's REST, deployments too, into the audit log, in the engine's
 * transaction: it is what the engine writes into its own log of operations. What a front door does has its entry already.
 * Not a bean: Camunda's starter would register it once more.
 */
final class EngineAudit implements HistoryEventHandler {

    private static final ThreadLocal<@Nullable Operations> OPEN = new ThreadLocal<>();

    private final ObjectProvider<AuditRecorder> audit;

    EngineAudit(ObjectProvider<AuditRecorder> audit) {
        this.audit = audit;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    /** An operation comes line by line, one for each of its properties; it is told when the engine's command ends. */
    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity line
                && !audit.getObject().isTold()) {
            Operations open = OPEN.get();
            if (open == null) {
                open = new Operations();
                OPEN.set(open);
                Context.getCommandContext().registerCommandContextListener(open);
            }
            open.lines.add(line);
        }
    }

    /** What was done in one command. */
    private final class Operations implements CommandContextListener {

        private final List<UserOperationLogEntryEventEntity> lines = new ArrayList<>();

        @Override
        public void onCommandContextClose(CommandContext context) {
            OPEN.remove();
            lines.stream()
                    .collect(Collectors.groupingBy(EngineAudit::operation, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(operation -> record(operation, context));
        }

        @Override
        public void onCommandFailed(CommandContext context, Throwable why) {
            OPEN.remove();
            lines.clear();
        }
    }

    private static String operation(UserOperationLogEntryEventEntity line) {
        return line.getOperationId() + line.getOperationType() + line.getEntityType() + object(line);
    }

    private void record(List<UserOperationLogEntryEventEntity> lines, CommandContext context) {
        UserOperationLogEntryEventEntity first = lines.get(0);
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("operation", first.getOperationType());
        after.put("of", first.getEntityType());
        if (first.getProcessDefinitionKey() != null) {
            after.put("process", first.getProcessDefinitionKey());
        }
        for (UserOperationLogEntryEventEntity line : lines) {
            if (line.getProperty() != null && !Objects.equals(line.getOrgValue(), line.getNewValue())) {
                put(before, line.getProperty(), line.getOrgValue());
                put(after, line.getProperty(), line.getNewValue());
            }
        }
        DeploymentEntity deployment = first.getDeploymentId() == null
                ? null
                : context.getDeploymentManager().findDeploymentById(first.getDeploymentId());
        if (deployment != null && "Deployment".equals(first.getEntityType())) {
            put(after, "name", deployment.getName());
            after.put("files", new TreeSet<>(deployment.getResources().keySet()));
        }
        boolean deployed = "Deployment".equals(first.getEntityType()) && "Create".equals(first.getOperationType());
        String kind =
                first.getEntityType() == null ? "engine" : first.getEntityType().toLowerCase(Locale.ROOT);
        audit.getObject().done(deployed ? "engine.deploy" : "engine.operate", kind, object(first), before, after);
    }

    private static void put(Map<String, Object> values, String property, @Nullable String value) {
        if (value != null) {
            values.put(property, value);
        }
    }

    private static @Nullable String object(UserOperationLogEntryEventEntity line) {
        String type = Objects.requireNonNullElse(line.getEntityType(), "");
        String own =
                switch (type) {
                    case "Deployment" -> line.getDeploymentId();
                    case "ProcessInstance", "Variable" -> line.getProcessInstanceId();
                    case "ProcessDefinition" -> line.getProcessDefinitionId();
                    case "JobDefinition" -> line.getJobDefinitionId();
                    case "Job" -> line.getJobId();
                    case "Task", "IdentityLink" -> line.getTaskId();
                    default -> null;
                };
        return own != null
                ? own
                : Stream.of(
                                line.getTaskId(),
                                line.getJobId(),
                                line.getProcessInstanceId(),
                                line.getProcessDefinitionId(),
                                line.getDeploymentId(),
                                line.getBatchId())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
