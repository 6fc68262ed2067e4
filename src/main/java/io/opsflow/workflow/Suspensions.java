package io.opsflow.workflow;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.history.UserOperationLogQuery;
import org.springframework.stereotype.Component;

/** Who has suspended what, as far as the engine's log says. */
@Component
class Suspensions {

    private final HistoryService history;
    private final EngineCall call;
    private final People people;

    Suspensions(HistoryService history, EngineCall call, People people) {
        this.history = history;
        this.call = call;
        this.people = people;
    }

    /** Who suspended a suspended task's instance or all of its process; empty where it was not somebody by name. */
    Optional<Suspension> of(InboxRow task) {
        return call.of(() -> Stream.concat(
                                last(
                                        UserOperationLogEntry.OPERATION_TYPE_SUSPEND,
                                        log -> log.processInstanceId(task.instanceId())),
                                last(
                                        UserOperationLogEntry.OPERATION_TYPE_SUSPEND_PROCESS_DEFINITION,
                                        log -> log.processDefinitionKey(task.processKey())))
                        .max(Comparator.comparing(UserOperationLogEntry::getTimestamp)))
                .map(entry -> new Suspension(
                        entry.getUserId(),
                        people.nameOf(entry.getUserId()),
                        entry.getTimestamp().toInstant(),
                        entry.getAnnotation()));
    }

    private Stream<UserOperationLogEntry> last(String operation, UnaryOperator<UserOperationLogQuery> of) {
        return of
                .apply(history.createUserOperationLogQuery().operationType(operation))
                .orderByTimestamp()
                .desc()
                .listPage(0, 1)
                .stream()
                .filter(entry -> entry.getUserId() != null);
    }
}
