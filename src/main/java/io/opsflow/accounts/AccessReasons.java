package io.opsflow.accounts;

import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.PeopleSearch;
import io.opsflow.workflow.PeopleSearch.Order;
import io.opsflow.workflow.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why somebody may do something, or may not. */
@Service
@PreAuthorize("hasAuthority('roles.manage')")
public class AccessReasons {

    private final AppUserRepository users;
    private final RoleRepository roles;
    private final StaffList staff;

    AccessReasons(AppUserRepository users, RoleRepository roles, StaffList staff) {
        this.users = users;
        this.roles = roles;
        this.staff = staff;
    }

    /**
     * A role that somebody has.
     *
     * @param group the group that it comes with; null when it is the person's own
     */
    public record Via(RoleName role, @Nullable GroupName group) {}

    /**
     * A permission, and why somebody has it.
     *
     * @param by     the roles that allow it to this person; empty when none does
     * @param others all other roles that would
     */
    public record Reason(String permission, List<Via> by, List<RoleName> others) {

        public Reason {
            by = List.copyOf(by);
            others = List.copyOf(others);
        }
    }

    /**
     * Everything that one person may do, or may not.
     *
     * @param active             whether the person may sign in; who may not may do nothing
     * @param mustChangePassword whether nothing else is allowed before another password is chosen
     * @param reasons            every permission, by name
     */
    public record PersonAccess(
            String username, String realName, boolean active, boolean mustChangePassword, List<Reason> reasons) {

        public PersonAccess {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why this person may do what.
     *
     * @throws NotFound nobody has the name
     */
    @Transactional(readOnly = true)
    public PersonAccess why(String username) {
        AppUser user =
                Username.normalised(username).flatMap(users::withPermissions).orElseThrow(() -> new NotFound(username));
        List<Role> all = roles.findAll();
        return new PersonAccess(
                user.username(),
                user.realName(),
                user.isActive(),
                user.mustChangePassword(),
                Permissions.all().stream()
                        .map(permission -> reason(permission, user, all))
                        .toList());
    }

    /** Who may do this: the active people, by user name, page by page. */
    @Transactional(readOnly = true)
    public PageOf<Person> who(String permission, Paging paging) {
        PeopleSearch search = new PeopleSearch(null, null, permission, Order.USERNAME);
        long total = staff.count(search);
        return new PageOf<>(
                staff.find(search, paging.offset(), paging.size()),
                paging.page(),
                paging.size(),
                Math.min(total, PageOf.COUNTED),
                total > PageOf.COUNTED,
                null);
    }

    private static Reason reason(String permission, AppUser user, List<Role> all) {
        List<Via> by = new ArrayList<>();
        allowing(permission, user.roles().stream()).forEach(role -> by.add(new Via(role, null)));
        user.groups().forEach(group -> allowing(permission, group.roles().stream())
                .forEach(role -> by.add(new Via(role, GroupName.of(group)))));
        List<RoleName> others = allowing(permission, all.stream())
                .filter(role -> by.stream().noneMatch(via -> via.role().equals(role)))
                .toList();
        return new Reason(permission, by, others);
    }

    private static Stream<RoleName> allowing(String permission, Stream<Role> roles) {
        return roles.filter(role -> role.permissions().contains(permission))
                .map(RoleName::of)
                .sorted();
    }
}
