package io.opsflow.workflow;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/** Changes the engine's state from outside its diagrams, so that its log keeps who did it, when and why. */
@Component
class Interventions {

    private final EngineCall call;
    private final HistoryService history;

    Interventions(EngineCall call, HistoryService history) {
        this.call = call;
        this.history = history;
    }

    /** Does the work in the acting person's name; whether that person may has been asked at the front door. */
    void record(String reason, Runnable work) {
        String operation = call.of(() -> {
            work.run();
            return Context.getCommandContext().getOperationId();
        });
        // The log's lines can be found only once the first command has written them.
        call.run(() -> history.setAnnotationForOperationLogById(operation, reason));
    }
}
