package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Whose tasks an inbox holds: the reader's, and those of the absent people whose tasks the reader does. */
@Component
class ForWhom {

    private final StandIn standIn;
    private final People people;
    private final InboxTable table;

    ForWhom(StandIn standIn, People people, InboxTable table) {
        this.standIn = standIn;
        this.people = people;
        this.table = table;
    }

    /** What the inbox table looks for: a range of one index for each. */
    Collection<String> principals(InboxQuery.View view) {
        Set<String> principals = new TreeSet<>();
        add(principals, view, Actor.current().name());
        standIn.absent().forEach(absent -> add(principals, view, absent));
        return principals;
    }

    private void add(Set<String> principals, InboxQuery.View view, String username) {
        if (view != InboxQuery.View.CLAIMABLE) {
            principals.add(Principals.user(username));
        }
        if (view != InboxQuery.View.MINE) {
            principals.addAll(Principals.groups(people.membershipsOf(username)));
        }
    }

    /** For whom the reader would do each task, by its id; the reader's own are not in it. */
    Map<String, String> of(Collection<InboxRow> rows) {
        List<String> absent = standIn.absent();
        if (absent.isEmpty() || rows.isEmpty()) {
            return Map.of();
        }
        String me = Actor.current().name();
        Collection<String> own = Principals.all(me, people.membershipsOf(me));
        Map<String, Collection<String>> theirs = new LinkedHashMap<>();
        absent.forEach(one -> theirs.put(one, Principals.all(one, people.membershipsOf(one))));
        Map<String, String> forWhom = new HashMap<>();
        table.principals(rows).forEach((taskId, principals) -> {
            if (Collections.disjoint(principals, own)) {
                absent.stream()
                        .filter(one -> !Collections.disjoint(principals, theirs.getOrDefault(one, List.of())))
                        .findFirst()
                        .ifPresent(one -> forWhom.put(taskId, one));
            }
        });
        return forWhom;
    }
}
