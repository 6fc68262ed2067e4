package io.opsflow.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What inbox and engine say of one task, which nobody else can change while this transaction lasts. */
@Component
class InboxTruth {

    private final InboxTable table;
    private final TaskRows rows;
    private final EngineCall call;

    InboxTruth(InboxTable table, TaskRows rows, EngineCall call) {
        this.table = table;
        this.rows = rows;
        this.call = call;
    }

    /** What the inbox says differently than the engine. */
    Optional<InboxDifference> difference(String taskId) {
        // Who changes a task writes its row first: whoever holds the row sees a task that stands still. A task without
        // a row is looked for before and after the row, so that one that ends meanwhile is not missed in the inbox.
        Told before = engine(taskId);
        Told inbox = table.hold(taskId)
                .map(row -> new Told(row, table.principals(taskId)))
                .orElse(null);
        Told engine = inbox == null && before == null ? null : engine(taskId);
        if (inbox == null) {
            return engine == null
                    ? left(taskId)
                    : different(taskId, engine.row().objectKey(), InboxDifference.Kind.MISSING, Set.of());
        }
        if (engine == null) {
            return different(taskId, inbox.row().objectKey(), InboxDifference.Kind.GONE, Set.of());
        }
        Set<String> fields = inbox.differences(engine);
        return fields.isEmpty()
                ? Optional.empty()
                : different(taskId, inbox.row().objectKey(), InboxDifference.Kind.DIFFERENT, fields);
    }

    /** Makes the inbox say what the engine says; gives back what was different. */
    Optional<InboxDifference> repair(String taskId) {
        Optional<InboxDifference> difference = difference(taskId);
        if (difference.isPresent()) {
            table.remove(taskId);
            Told engine = engine(taskId);
            if (engine != null) {
                table.add(engine.row(), engine.principals());
            }
        }
        return difference;
    }

    /** Lines for somebody whose task stands nowhere any more. */
    private Optional<InboxDifference> left(String taskId) {
        return table.principals(taskId).isEmpty()
                ? Optional.empty()
                : different(taskId, null, InboxDifference.Kind.GONE, Set.of());
    }

    private static Optional<InboxDifference> different(
            String taskId, @Nullable String objectKey, InboxDifference.Kind kind, Set<String> fields) {
        return Optional.of(new InboxDifference(taskId, objectKey, kind, fields));
    }

    private @Nullable Told engine(String taskId) {
        return call.of(() -> {
                    TaskEntity task =
                            Context.getCommandContext().getTaskManager().findTaskById(taskId);
                    return Optional.ofNullable(task)
                            .map(found -> new Told(rows.row(found), TaskRows.principals(found)));
                })
                .orElse(null);
    }

    private record Told(InboxRow row, List<String> principals) {

        Set<String> differences(Told other) {
            Set<String> fields = new HashSet<>();
            compare(fields, "definition", row.definitionId(), other.row.definitionId());
            compare(fields, "process", row.processKey(), other.row.processKey());
            compare(fields, "instance", row.instanceId(), other.row.instanceId());
            compare(fields, "object", row.objectKey(), other.row.objectKey());
            compare(fields, "step", row.step(), other.row.step());
            compare(fields, "status", row.status(), other.row.status());
            compare(fields, "action", row.action(), other.row.action());
            compare(fields, "assignee", row.assignee(), other.row.assignee());
            compare(fields, "candidates", Set.copyOf(principals), Set.copyOf(other.principals));
            return fields;
        }

        private static void compare(Set<String> fields, String name, @Nullable Object mine, @Nullable Object other) {
            if (!Objects.equals(mine, other)) {
                fields.add(name);
            }
        }
    }
}
