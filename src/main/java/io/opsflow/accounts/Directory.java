package io.opsflow.accounts;

import io.opsflow.audit.ActorNames;
import io.opsflow.kernel.Actor;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.workflow.People;
import io.opsflow.workflow.Person;
import java.text.Collator;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who works here, as tasks, forms and screens ask for it on every page. Answers are kept for a few seconds; a change made
 * by this program is seen at once, one that another node made after those seconds. Whether a password opens anything is
 * never answered from here; what somebody may do who calls with a token is.
 */
@Component
@DependsOn("firstPeople")
class Directory implements People, ActorNames {

    private static final Duration MEMBERSHIPS = Duration.ofSeconds(10);
    private static final Duration NAMES = Duration.ofSeconds(60);

    private final AppUserRepository users;
    private final UserGroupRepository groups;
    private final Roles roles;
    private final OpsFlowSettings settings;
    private final Remembered<String, Member> members = new Remembered<>(2_000, MEMBERSHIPS);
    private final Remembered<String, List<Person>> byRole = new Remembered<>(200, MEMBERSHIPS);
    private final Remembered<String, String> names = new Remembered<>(20_000, NAMES);

    Directory(AppUserRepository users, UserGroupRepository groups, Roles roles, OpsFlowSettings settings) {
        this.users = users;
        this.groups = groups;
        this.roles = roles;
        this.settings = settings;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Person> find(String username) {
        return member(username).filter(Member::active).map(member -> new Person(member.username(), member.realName()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> withRole(String roleCode) {
        return byRole.get(roleCode).orElseGet(() -> {
            Set<Person> either = new LinkedHashSet<>(users.withRole(roleCode));
            either.addAll(users.withRoleByGroup(roleCode));
            List<Person> found = new ArrayList<>(either);
            found.sort(Comparator.comparing(Person::name, Collator.getInstance(Locale.SIMPLIFIED_CHINESE))
                    .thenComparing(Person::username));
            List<Person> sorted = List.copyOf(found);
            byRole.put(roleCode, sorted);
            return sorted;
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> roleCodes() {
        return roles.codes();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> groupCodes() {
        return new TreeSet<>(groups.codes());
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> membershipsOf(String username) {
        return member(username).filter(Member::active).map(Member::memberships).orElse(Set.of());
    }

    @Override
    @Transactional(readOnly = true)
    public ZoneId zone() {
        return member(Actor.current().name()).map(Member::zone).orElseGet(settings::timeZone);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> namesOf(Collection<String> usernames) {
        Map<String, String> known = new HashMap<>();
        Set<String> missing = new TreeSet<>();
        for (String username : usernames) {
            names.get(username).ifPresentOrElse(name -> known.put(username, name), () -> missing.add(username));
        }
        if (missing.remove(Actor.SYSTEM)) {
            known.put(Actor.SYSTEM, "OpsFlow");
        }
        if (!missing.isEmpty()) {
            for (Person person : users.named(missing)) {
                known.put(person.username(), person.name());
                names.put(person.username(), person.name());
            }
        }
        return known;
    }

    /** What is known of one person, active or not. No transaction of its own: mostly there is nothing to read. */
    Optional<Member> member(String username) {
        Optional<Member> kept = members.get(username);
        if (kept.isPresent()) {
            return kept;
        }
        Optional<Member> found = users.withPermissions(username).map(Member::of);
        found.ifPresent(member -> members.put(username, member));
        return found;
    }

    /** Somebody was changed in this transaction: from its end on, everybody is looked up again. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                members.forget();
                byRole.forget();
                names.forget();
            }
        });
    }
}
