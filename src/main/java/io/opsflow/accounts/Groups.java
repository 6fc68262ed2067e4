package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Validation;
import io.opsflow.workflow.CandidateGroups;
import io.opsflow.workflow.Person;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups to which tasks are offered, who belongs to them, and the roles that they carry. */
@Service
@PreAuthorize("hasAuthority('accounts.manage')")
public class Groups {

    private static final String KIND = "group";
    private static final Pattern SPELLING = Pattern.compile("g-[a-z0-9][a-z0-9-]{0,60}");

    private final UserGroupRepository groups;
    private final GroupTable table;
    private final Roles roles;
    private final Administrators administrators;
    private final CandidateGroups processes;
    private final Directory directory;
    private final Validation validation;

    Groups(
            UserGroupRepository groups,
            GroupTable table,
            Roles roles,
            Administrators administrators,
            CandidateGroups processes,
            Directory directory,
            Validation validation) {
        this.groups = groups;
        this.table = table;
        this.roles = roles;
        this.administrators = administrators;
        this.processes = processes;
        this.directory = directory;
        this.validation = validation;
    }

    /**
     * The groups whose code or name contains a text, page by page, by code unless another order is asked for.
     *
     * @param q null or blank for all
     */
    @Transactional(readOnly = true)
    public PageOf<GroupDetails> find(@Nullable String q, Paging paging) {
        return table.page(q, paging);
    }

    /**
     * One group.
     *
     * @throws NotFound there is no such group
     */
    @Transactional(readOnly = true)
    public GroupDetails details(String code) {
        return details(group(code));
    }

    /**
     * Who belongs to it, by user name, page by page; also those who may not sign in at present.
     *
     * @param q what user name or name contains; null or blank for all
     * @throws NotFound there is no such group
     */
    @Transactional(readOnly = true)
    public PageOf<Person> members(String code, @Nullable String q, Paging paging) {
        return table.members(group(code).id(), q, paging);
    }

    /**
     * Where processes name it; such a group cannot be deleted.
     *
     * @throws NotFound there is no such group
     */
    @Transactional(readOnly = true)
    public CandidateGroups.Use use(String code) {
        return processes.of(group(code).code());
    }

    /**
     * Adds a group. Diagrams can name it from now on.
     *
     * @throws InvalidInput a field is wrong, or there is a group of this code or name
     */
    @Transactional
    @Audited("group.add")
    public GroupDetails add(AddGroup request) {
        validation.checked(request);
        String code = Normalizer.normalize(request.code().strip(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        Set<String> members = orNone(request.members());
        List<FieldError> errors = new ArrayList<>();
        if (!SPELLING.matcher(code).matches()) {
            errors.add(new FieldError("code", "group-code-spelling", List.of()));
        } else if (groups.codes().contains(code)) {
            errors.add(new FieldError("code", "code-taken", List.of(code)));
        }
        checkName(code, request.name(), errors);
        checkRoles(request.roles(), errors);
        checkPeople("members", members, errors);
        refuse(errors);
        administrators.demandWithinOwn(roles.all(orNone(request.roles())));
        UserGroup group = new UserGroup(code, request.name().strip());
        group.describe(group.name(), roles.all(orNone(request.roles())));
        groups.saveAndFlush(group);
        table.join(group.id(), members);
        return changed(null, group, members, Set.of());
    }

    /**
     * Changes a group. What its roles allow counts at once for everybody in it.
     *
     * @throws NotFound     there is no such group
     * @throws InvalidInput a field is wrong
     * @throws GroupChanged it is not the version that was read any more
     * @throws NobodyLeft   nobody could look after accounts afterwards
     */
    @Transactional
    @Audited("group.edit")
    public GroupDetails edit(String code, EditGroup request) {
        validation.checked(request);
        administrators.hold();
        UserGroup group = group(code);
        GroupDetails before = details(group);
        Set<String> joining = orNone(request.addMembers());
        Set<String> leaving = orNone(request.removeMembers());
        List<FieldError> errors = new ArrayList<>();
        if (request.name() != null) {
            checkName(group.code(), request.name(), errors);
        }
        checkRoles(request.roles(), errors);
        checkPeople("add_members", joining, errors);
        refuse(errors);
        String name = request.name() == null ? group.name() : request.name().strip();
        Set<String> wanted = request.roles() == null ? new TreeSet<>(before.roles()) : request.roles();
        if (request.version() != null && request.version() != group.version()) {
            throw new GroupChanged(before, name, wanted.stream().sorted().toList());
        }
        // Its members have the roles, so whoever changes either gives or takes them.
        administrators.demandWithinOwn(roles.all(wanted));
        administrators.demandWithinOwn(group.roles());
        group.describe(name, roles.all(wanted));
        table.join(group.id(), joining);
        table.leave(group.id(), leaving);
        administrators.demandSomebody();
        return changed(before, group, joining, leaving);
    }

    /**
     * Removes a group. Who was in it loses the roles that came with it, at once.
     *
     * @throws NotFound   there is no such group
     * @throws StillNamed processes name it, or tasks are offered to it
     * @throws NobodyLeft nobody could look after accounts afterwards
     */
    @Transactional
    @Audited("group.delete")
    public void delete(String code) {
        administrators.hold();
        UserGroup group = group(code);
        GroupDetails before = details(group);
        CandidateGroups.Use use = processes.of(code);
        if (!use.isNone()) {
            throw new StillNamed(code, use);
        }
        administrators.demandWithinOwn(group.roles());
        table.empty(group.id());
        groups.delete(group);
        administrators.demandSomebody();
        AuditTrail.changed(KIND, code, before, null);
        directory.changed();
    }

    private GroupDetails changed(@Nullable GroupDetails before, UserGroup group, Set<String> joined, Set<String> left) {
        groups.flush();
        GroupDetails after = details(group);
        AuditTrail.changed(KIND, group.code(), before, after);
        AuditTrail.fact("joined", null, joined.isEmpty() ? null : new TreeSet<>(joined));
        AuditTrail.fact("left", null, left.isEmpty() ? null : new TreeSet<>(left));
        directory.changed();
        return after;
    }

    private UserGroup group(String code) {
        return groups.withRoles(code).orElseThrow(() -> new NotFound(code));
    }

    private GroupDetails details(UserGroup group) {
        return new GroupDetails(
                group.code(),
                group.name(),
                group.version(),
                group.roles().stream().map(Role::code).sorted().toList(),
                table.members(group.id()));
    }

    private void checkName(String code, String name, List<FieldError> errors) {
        groups.names().stream()
                .filter(other -> !other.code().equals(code) && PlainName.same(other.name(), name))
                .findFirst()
                .ifPresent(other -> errors.add(new FieldError("name", "name-taken", List.of(other.code()))));
    }

    private void checkRoles(@Nullable Set<String> codes, List<FieldError> errors) {
        Set<String> unknown = new TreeSet<>(codes == null ? Set.of() : codes);
        unknown.removeAll(roles.codes());
        if (!unknown.isEmpty()) {
            errors.add(new FieldError("roles", "unknown-codes", List.of(List.copyOf(unknown))));
        }
    }

    private void checkPeople(String field, Set<String> usernames, List<FieldError> errors) {
        Set<String> unknown = table.unknown(usernames);
        if (!unknown.isEmpty()) {
            errors.add(new FieldError(field, "unknown-people", List.of(unknown)));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static Set<String> orNone(@Nullable Set<String> values) {
        return values == null ? Set.of() : values;
    }
}
