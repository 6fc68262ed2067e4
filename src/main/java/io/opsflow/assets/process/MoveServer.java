package io.opsflow.assets.process;

import io.opsflow.assets.MoveKey;
import io.opsflow.assets.Moves;
import io.opsflow.workflow.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Records that a server stands at its new place. */
@Component
class MoveServer implements ProcessStep {

    private final Moves moves;

    MoveServer(Moves moves) {
        this.moves = moves;
    }

    @Override
    public void run(DelegateExecution execution) {
        moves.arrive(MoveKey.of(execution.getProcessBusinessKey()));
    }
}
