package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.kernel.Validation;
import io.opsflow.workflow.CandidateGroups;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The roles as bundles of permissions that can be edited: what each allows counts at once for everybody who has it. */
@Service
@PreAuthorize("hasAuthority('roles.manage')")
public class RoleBundles {

    private static final String KIND = "role";
    private static final Pattern SPELLING = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final String NAME = "name";
    private static final String PERMISSIONS = "permissions";

    private final RoleRepository roles;
    private final RoleTable table;
    private final Administrators administrators;
    private final CandidateGroups processes;
    private final Directory directory;
    private final Texts texts;
    private final Validation validation;

    RoleBundles(
            RoleRepository roles,
            RoleTable table,
            Administrators administrators,
            CandidateGroups processes,
            Directory directory,
            Texts texts,
            Validation validation) {
        this.roles = roles;
        this.table = table;
        this.administrators = administrators;
        this.processes = processes;
        this.directory = directory;
        this.texts = texts;
        this.validation = validation;
    }

    /** Everything that a role can allow, by module. */
    @Transactional(readOnly = true)
    public List<PermissionDetails> permissions(Locale locale) {
        return Permissions.all().stream()
                .map(name -> new PermissionDetails(
                        name, name.substring(0, name.indexOf('.')), texts.get(locale, "permission." + name)))
                .toList();
    }

    /**
     * The roles whose code or name contains a text, the built-in ones first, page by page.
     *
     * @param q null or blank for all
     */
    @PreAuthorize("hasAnyAuthority('accounts.manage', 'roles.manage')") // who gives roles has to see them
    @Transactional(readOnly = true)
    public PageOf<RoleDetails> find(@Nullable String q, Paging paging) {
        if (paging.sort() != null) {
            throw new InvalidInput("sort", "unknown-sort", "");
        }
        Map<String, Integer> members = table.members();
        String wanted = q == null ? "" : PlainName.of(q);
        // Some dozens at most, with a fixed number of statements: sorted and cut here.
        List<RoleDetails> found = roles.findAll().stream()
                .map(role -> details(role, members))
                .filter(role -> names(role.label()).anyMatch(name -> name.contains(wanted)))
                .sorted(Comparator.comparing(RoleDetails::label))
                .toList();
        return PageOf.cut(found, paging);
    }

    /**
     * One role.
     *
     * @throws NotFound there is no such role
     */
    @Transactional(readOnly = true)
    public RoleDetails details(String code) {
        return details(role(code), table.members());
    }

    /**
     * Where processes name it; such a role cannot be deleted.
     *
     * @throws NotFound there is no such role
     */
    @Transactional(readOnly = true)
    public CandidateGroups.Use use(String code) {
        return processes.of(role(code).code());
    }

    /**
     * Adds a role of this installation's own. Diagrams can name it from now on.
     *
     * @throws InvalidInput a field is wrong, or there is a role of this code or name
     */
    @Transactional
    @Audited("role.add")
    public RoleDetails add(AddRole request) {
        validation.checked(request);
        String code = Normalizer.normalize(request.code().strip(), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT);
        Set<String> permissions = request.permissions() == null ? Set.of() : request.permissions();
        List<FieldError> errors = new ArrayList<>();
        if (!SPELLING.matcher(code).matches()) {
            errors.add(new FieldError("code", "role-code-spelling", List.of()));
        } else if (roles.codes().contains(code)) {
            errors.add(new FieldError("code", "code-taken", List.of(code)));
        }
        checkName(code, NAME, request.name(), errors);
        checkName(code, "name_en", request.nameEn(), errors);
        checkPermissions(code, permissions, errors);
        refuse(errors);
        Role role = roles.saveAndFlush(new Role(code, request.name().strip(), kept(request.nameEn()), permissions));
        return changed(null, role);
    }

    /**
     * Changes a role. What it allows from now on counts at once for everybody who has it.
     *
     * @throws NotFound     there is no such role
     * @throws InvalidInput a field is wrong, or it would take from administrators what makes them administrators
     * @throws RoleChanged  it is not the version that was read any more
     * @throws NobodyLeft   nobody could look after accounts afterwards
     */
    @Transactional
    @Audited("role.edit")
    public RoleDetails edit(String code, EditRole request) {
        validation.checked(request);
        administrators.hold();
        Role role = role(code);
        RoleDetails before = details(role, table.members());
        List<FieldError> errors = new ArrayList<>();
        if (before.builtIn() && (request.name() != null || request.nameEn() != null)) {
            errors.add(new FieldError(NAME, "role-name-built-in", List.of()));
        }
        checkName(code, NAME, request.name(), errors);
        checkName(code, "name_en", request.nameEn(), errors);
        checkPermissions(code, request.permissions(), errors);
        refuse(errors);
        if (request.version() != null) {
            demandVersion(before, request.version(), request.permissions());
        }
        String name = role.name();
        if (name != null) {
            role.call(
                    request.name() == null ? name : request.name().strip(),
                    request.nameEn() == null ? role.nameEn() : kept(request.nameEn()));
        }
        if (request.permissions() != null) {
            role.allow(request.permissions());
        }
        return changed(before, role);
    }

    /**
     * Lets a built-in role allow again what it allowed when it came with the program.
     *
     * @throws NotFound    there is no such built-in role
     * @throws RoleChanged it is not the version that was read any more
     * @throws NobodyLeft  nobody could look after accounts afterwards
     */
    @Transactional
    @Audited("role.reset")
    public RoleDetails reset(String code, ResetRole request) {
        validation.checked(request);
        administrators.hold();
        Role role = role(code);
        BuiltInRole builtIn = BuiltInRole.of(code).orElseThrow(() -> new NotFound(code));
        RoleDetails before = details(role, table.members());
        demandVersion(before, Objects.requireNonNull(request.version()), builtIn.permissions());
        role.allow(builtIn.permissions());
        return changed(before, role);
    }

    /**
     * Removes a role of this installation's own. Who had it loses what it allowed, at once.
     *
     * @throws NotFound    there is no such role
     * @throws RoleBuiltIn it came with the program
     * @throws StillNamed  processes name it, or tasks are offered to it
     * @throws NobodyLeft  nobody could look after accounts afterwards
     */
    @Transactional
    @Audited("role.delete")
    public void delete(String code) {
        administrators.hold();
        Role role = role(code);
        RoleDetails before = details(role, table.members());
        if (before.builtIn()) {
            throw new RoleBuiltIn(code);
        }
        CandidateGroups.Use use = processes.of(code);
        if (!use.isNone()) {
            throw new StillNamed(code, use);
        }
        table.take(code);
        roles.delete(role);
        administrators.demandSomebody();
        AuditTrail.changed(KIND, code, before, null);
        directory.changed();
    }

    private RoleDetails changed(@Nullable RoleDetails before, Role role) {
        administrators.demandSomebody();
        RoleDetails after = details(role, table.members());
        AuditTrail.changed(KIND, role.code(), before, after);
        directory.changed();
        return after;
    }

    private Role role(String code) {
        return roles.findByCode(code).orElseThrow(() -> new NotFound(code));
    }

    private static RoleDetails details(Role role, Map<String, Integer> members) {
        var builtIn = BuiltInRole.of(role.code());
        return new RoleDetails(
                role.code(),
                role.name(),
                role.nameEn(),
                builtIn.isPresent(),
                builtIn.filter(one -> one.permissions().equals(Set.copyOf(role.permissions())))
                        .isPresent(),
                role.version(),
                role.permissions().stream().sorted().toList(),
                BuiltInRole.kept(role.code()).stream().sorted().toList(),
                members.getOrDefault(role.code(), 0));
    }

    private static void demandVersion(RoleDetails now, int version, @Nullable Set<String> wanted) {
        if (now.version() != version) {
            throw new RoleChanged(
                    now,
                    wanted == null
                            ? now.permissions()
                            : wanted.stream().sorted().toList());
        }
    }

    private void checkName(String code, String field, @Nullable String name, List<FieldError> errors) {
        if (name == null || name.isBlank()) {
            return;
        }
        roles.names().stream()
                .filter(other -> !other.code().equals(code))
                .filter(other -> names(other).anyMatch(PlainName.of(name)::equals))
                .findFirst()
                .ifPresent(other -> errors.add(new FieldError(field, "name-taken", List.of(other.code()))));
    }

    private Stream<String> names(RoleName role) {
        return Stream.concat(Stream.of(role.code()), Texts.LANGUAGES.stream().map(language -> role.in(texts, language)))
                .map(PlainName::of);
    }

    private static void checkPermissions(String code, @Nullable Set<String> wanted, List<FieldError> errors) {
        if (wanted == null) {
            return;
        }
        Set<String> known = Permissions.all();
        Set<String> unknown = new TreeSet<>(wanted);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            errors.add(new FieldError(PERMISSIONS, "unknown-codes", List.of(unknown)));
        }
        Set<String> kept = new TreeSet<>(BuiltInRole.kept(code));
        kept.removeAll(wanted);
        if (!kept.isEmpty()) {
            errors.add(new FieldError(PERMISSIONS, "role-keeps", List.of(kept)));
        }
    }

    private static @Nullable String kept(@Nullable String name) {
        return name == null || name.isBlank() ? null : name.strip();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
