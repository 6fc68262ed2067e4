package io.opsflow.assets.process;

import io.opsflow.assets.MoveFlow;
import io.opsflow.assets.MoveKey;
import io.opsflow.workflow.Message;
import io.opsflow.workflow.OpenTask;
import io.opsflow.workflow.ProcessVariable;
import io.opsflow.workflow.Processes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** bpmn/assets/move-server.bpmn, as far as Java must know it. */
@Component
class MoveProcess implements MoveFlow {

    static final String KEY = "move-server";
    static final ProcessVariable<String> REQUESTER = ProcessVariable.text("requester");
    static final ProcessVariable<Boolean> OWNED = ProcessVariable.flag("owned");
    static final ProcessVariable<String> APPROVER = ProcessVariable.text("approver");
    static final ProcessVariable<Boolean> APPROVED = ProcessVariable.flag("approved");
    static final ProcessVariable<Boolean> CONFIRMED = ProcessVariable.flag("confirmed");
    static final Message CANCELLED = Message.named("assets.move-cancelled");

    private final Processes processes;

    MoveProcess(Processes processes) {
        this.processes = processes;
    }

    @Override
    public void start(MoveKey key, String requester, @Nullable String approver) {
        processes.start(
                KEY,
                key.toString(),
                REQUESTER.with(requester),
                OWNED.with(approver != null),
                APPROVER.with(approver == null ? "" : approver));
    }

    @Override
    public void cancel(MoveKey key) {
        processes.send(CANCELLED, key.toString());
    }

    @Override
    public boolean isInHand(MoveKey key) {
        return processes.openTasks(key.toString(), Locale.ENGLISH).stream().anyMatch(OpenTask::mine);
    }
}
