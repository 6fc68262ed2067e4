package io.opsflow.workflow;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the module that an object belongs to by the beginning of its key. */
@Component
class Subjects {

    // Asked for late: subjects are front doors' neighbours, which themselves need the engine.
    private final ObjectProvider<ProcessSubject> all;

    Subjects(ObjectProvider<ProcessSubject> all) {
        this.all = all;
    }

    ProcessSubject of(String objectKey) {
        int dash = objectKey.indexOf('-');
        String prefix = dash < 0 ? objectKey : objectKey.substring(0, dash);
        return all.stream()
                .filter(subject -> subject.prefix().equals(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no module owns objects like " + objectKey));
    }
}
