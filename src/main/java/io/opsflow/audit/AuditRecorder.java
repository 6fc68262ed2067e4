package io.opsflow.audit;

import io.opsflow.kernel.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records what happens where no front door is: in the engine, by those who operate it. */
@Component
public class AuditRecorder {

    private final AuditLog log;

    AuditRecorder(AuditLog log) {
        this.log = log;
    }

    /** Whether an audited call goes on in this thread, whose entry tells it all. */
    public boolean isTold() {
        return AuditedCall.current() != null;
    }

    /**
     * Something was done, by whoever acts now and otherwise by the program itself; the entry is part of the present transaction.
     *
     * @param before a field's old value, by name
     * @param after  a field's new value, by name
     */
    public void done(String action, String kind, @Nullable String key, Map<String, ?> before, Map<String, ?> after) {
        Changes changes = new Changes();
        changes.add(before, after);
        Actor actor = Actor.isSignedIn() ? Actor.current() : new Actor(Actor.SYSTEM, null);
        log.add(log.entry(actor, action, kind, key, AuditResult.DONE, null, changes.json()));
    }
}
