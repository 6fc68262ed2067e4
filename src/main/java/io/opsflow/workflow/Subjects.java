package io.opsflow.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        return find(prefix(objectKey))
                .orElseThrow(() -> new IllegalStateException("no module owns objects like " + objectKey));
    }

    /** The titles of those objects that the acting person may see, by key, of whatever modules they are. */
    Map<String, String> visibleTitles(Collection<String> objectKeys) {
        Map<String, String> titles = new HashMap<>();
        objectKeys.stream()
                .distinct()
                .collect(Collectors.groupingBy(Subjects::prefix))
                .forEach((prefix, keys) ->
                        find(prefix).ifPresent(subject -> titles.putAll(subject.visibleTitles(keys))));
        return titles;
    }

    private Optional<ProcessSubject> find(String prefix) {
        return all.stream().filter(subject -> subject.prefix().equals(prefix)).findFirst();
    }

    private static String prefix(String objectKey) {
        int dash = objectKey.indexOf('-');
        return dash < 0 ? objectKey : objectKey.substring(0, dash);
    }

    /** Tells the module where the process of its object stands, as whoever is signed in; in a job, as the system. */
    void tell(StateEntered state) {
        SystemIdentity.unlessSignedIn(() -> of(state.objectKey()).entered(state));
    }
}
