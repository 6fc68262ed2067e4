package io.opsflow.accounts;

import io.opsflow.accounts.AccessPoint.Kind;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every screen, every call and every front door's method against every role as it is now. Nothing of it is written by
 * hand: it is found in the program, and decided as the program decides.
 */
@Service
@PreAuthorize("hasAuthority('roles.manage')")
public class AccessMap {

    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken("access", "nobody", AuthorityUtils.createAuthorityList("ANONYMOUS"));

    private final FrontDoors doors;
    private final ObjectProvider<WaysIn> waysIn;
    private final RoleRepository roles;

    AccessMap(FrontDoors doors, ObjectProvider<WaysIn> waysIn, RoleRepository roles) {
        this.doors = doors;
        this.waysIn = waysIn;
        this.roles = roles;
    }

    /**
     * Which ways in are looked for; what is null does not matter.
     *
     * @param q    a part of the name or of the condition
     * @param role the code of a role that may take it
     */
    public record Filter(@Nullable String q, @Nullable Kind kind, @Nullable String role) {

        /** All. */
        public static final Filter ALL = new Filter(null, null, null);

        private boolean admits(AccessPoint point) {
            String text = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
            return (kind == null || kind == point.kind())
                    && (role == null || point.everybody() || point.roles().contains(role))
                    && (point.name() + " " + point.needs())
                            .toLowerCase(Locale.ROOT)
                            .contains(text);
        }
    }

    /** The ways in, by kind and name, page by page. */
    @Transactional(readOnly = true)
    public PageOf<AccessPoint> find(Filter filter, Paging paging) {
        List<AccessPoint> found = all().stream().filter(filter::admits).toList();
        List<AccessPoint> page =
                found.stream().skip(paging.offset()).limit(paging.size()).toList();
        return new PageOf<>(page, paging.page(), paging.size(), found.size(), false, null);
    }

    private List<AccessPoint> all() {
        Map<String, Authentication> people = new LinkedHashMap<>();
        roles.findAll().stream()
                .sorted(Comparator.comparing(RoleName::of))
                .forEach(role -> people.put(
                        role.code(), PasswordSignIn.signedIn(role.code(), Set.copyOf(role.permissions()), null)));
        Map<Method, Object> methods = doors.methods();
        List<AccessPoint> points = new ArrayList<>();
        methods.forEach((method, bean) -> points.add(door(method, bean, people)));
        waysIn.forEach(ways -> ways.all().forEach(way -> points.add(way(ways.kind(), way, methods, people))));
        points.sort(Comparator.comparing(AccessPoint::kind).thenComparing(AccessPoint::name));
        return points;
    }

    private AccessPoint door(Method method, Object bean, Map<String, Authentication> people) {
        String name = FrontDoors.name(method);
        String condition = FrontDoors.condition(method);
        if (doors.allows(method, bean, NOBODY).isEmpty()) {
            return new AccessPoint(Kind.DOOR, name, null, false, false, List.of(), true);
        }
        return point(
                Kind.DOOR,
                name,
                condition,
                person -> doors.allows(method, bean, person).orElse(false),
                people);
    }

    private AccessPoint way(
            Kind kind, WaysIn.Way way, Map<Method, Object> methods, Map<String, Authentication> people) {
        Set<String> permissions = way.permissions();
        if (permissions != null || way.everybody()) {
            Collection<String> needed = permissions == null ? Set.of() : permissions;
            Predicate<Authentication> opens = person -> way.everybody()
                    || (person != NOBODY
                            && (needed.isEmpty()
                                    || person.getAuthorities().stream()
                                            .anyMatch(granted -> needed.contains(granted.getAuthority()))));
            return point(kind, way.name(), needed.isEmpty() ? null : String.join(", ", needed), opens, people);
        }
        List<Method> asked = way.doors().stream().filter(methods::containsKey).toList();
        // A call is behind the sign-in, whatever its doors ask; where it chooses between doors, one is enough.
        Predicate<Authentication> opens = person -> person != NOBODY
                && (asked.isEmpty()
                        || asked.stream()
                                .anyMatch(method -> doors.allows(method, methods.getOrDefault(method, this), person)
                                        .orElse(true)));
        return point(kind, way.name(), String.join(", ", FrontDoors.names(asked)), opens, people);
    }

    private static AccessPoint point(
            Kind kind,
            String name,
            @Nullable String needs,
            Predicate<Authentication> opens,
            Map<String, Authentication> people) {
        return new AccessPoint(
                kind,
                name,
                needs,
                opens.test(NOBODY),
                opens.test(PasswordSignIn.signedIn("somebody", Set.of(), null)),
                people.entrySet().stream()
                        .filter(role -> opens.test(role.getValue()))
                        .map(Map.Entry::getKey)
                        .toList(),
                false);
    }
}
