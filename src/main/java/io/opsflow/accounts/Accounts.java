package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.design.Preferences.Theme;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.kernel.Validation;
import io.opsflow.workflow.PersonalWork;
import io.opsflow.workflow.WorkLeft;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can be done with accounts, by whoever and from wherever. */
@Service
public class Accounts {

    private static final String PROFILE = "profile";

    private final AppUserRepository users;
    private final AccountSearch search;
    private final Admission admission;
    private final Memberships memberships;
    private final Administrators administrators;
    private final Leaving leaving;
    private final Notices notices;
    private final PasswordEncoder passwords;
    private final SignInBrake brake;
    private final OpenSignIns sessions;
    private final Directory directory;
    private final Validation validation;
    private final EntityManager entities;
    private final SecureRandom random = new SecureRandom();

    Accounts(
            AppUserRepository users,
            AccountSearch search,
            Admission admission,
            Memberships memberships,
            Administrators administrators,
            Leaving leaving,
            @Lazy Notices notices,
            PasswordEncoder passwords,
            SignInBrake brake,
            OpenSignIns sessions,
            Directory directory,
            Validation validation,
            EntityManager entities) {
        this.users = users;
        this.search = search;
        this.admission = admission;
        this.memberships = memberships;
        this.administrators = administrators;
        this.leaving = leaving;
        this.notices = notices;
        this.passwords = passwords;
        this.brake = brake;
        this.sessions = sessions;
        this.directory = directory;
        this.validation = validation;
        this.entities = entities;
    }

    /**
     * One's own account.
     *
     * @throws NotFound whoever is signed in has no account, such as the system
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public AccountDetails me() {
        String name = Actor.current().name();
        return users.withMemberships(name)
                .map(me -> AccountDetails.of(me, null, 0))
                .orElseThrow(() -> new NotFound(name));
    }

    /**
     * Changes what people may change about their own account.
     *
     * @throws InvalidInput a field is wrong
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    @Audited("user.edit_own")
    public AccountDetails editMe(EditProfile request) {
        validation.checked(request);
        refuse(ContactRules.broken(request.email(), request.phone()));
        AppUser me = byName(Actor.current().name());
        Map<String, Object> before = me.facts();
        describe(me, request.realName(), request.email(), request.phone(), request.department());
        return changed(me, before);
    }

    /**
     * From now on whoever is signed in sees the product like this.
     *
     * @throws InvalidInput the product does not speak the language
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    @Audited("user.prefer")
    public void prefer(Locale locale, ZoneId zone, Theme theme) {
        if (!Texts.LANGUAGES.contains(locale)) {
            throw new InvalidInput(
                    "locale",
                    "unknown-value",
                    Texts.LANGUAGES.stream().map(Locale::toLanguageTag).toList());
        }
        AppUser me = byName(Actor.current().name());
        me.prefer(locale, zone, theme);
        AuditTrail.object("user", me.username());
        AuditTrail.fact("preferences", null, List.of(locale.toLanguageTag(), zone.getId(), theme));
        directory.changed();
    }

    /** The accounts that a filter lets through, page by page, by user name unless another order is asked for. */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(readOnly = true)
    public PageOf<AccountSummary> find(AccountFilter filter, Paging paging) {
        return search.page(filter, paging);
    }

    /**
     * One account.
     *
     * @throws NotFound there is no such account
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(readOnly = true)
    public AccountDetails details(long id) {
        return users.withMemberships(id).map(this::withLock).orElseThrow(() -> new NotFound(id));
    }

    /**
     * The account with this name, however it is typed.
     *
     * @throws NotFound nobody has the name
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(readOnly = true)
    public AccountDetails named(String username) {
        return Username.normalised(username)
                .flatMap(users::withMemberships)
                .map(this::withLock)
                .orElseThrow(() -> new NotFound(username));
    }

    /**
     * Adds somebody, who must choose another password at the first sign-in.
     *
     * @throws InvalidInput a field is wrong, or somebody has the name or one that looks like it
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.add")
    public AccountDetails add(AddAccount request) {
        AuditTrail.object("user", request.username());
        String username = admission.check(request);
        administrators.demandWithinOwn(memberships.all(memberships.roles(request.roles()), request.groups()));
        AppUser user = admission.add(username, request, passwords.encode(request.password()), true);
        return changed(user, Map.of());
    }

    /**
     * Changes an account. Other roles count at once, wherever the person is signed in.
     *
     * @throws NotFound          there is no such account
     * @throws InvalidInput      a field is wrong
     * @throws AccountChanged    it is not the version that was read any more
     * @throws WorkLeft          it deactivates somebody on whom open work depends
     * @throws OwnAccount        it takes from oneself what makes one an administrator
     * @throws LastAdministrator it takes that from the only one who has it
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.edit")
    public AccountDetails edit(long id, EditAccount request) {
        validation.checked(request);
        List<FieldError> errors = new ArrayList<>(ContactRules.broken(request.email(), request.phone()));
        errors.addAll(memberships.unknown(request.roles(), request.groups()));
        refuse(errors);
        AppUser user = held(id);
        Map<String, Object> before = user.facts();
        if (request.version() != null && request.version() != user.version()) {
            throw new AccountChanged(user.username());
        }
        Collection<Role> roles =
                request.roles() == null ? Set.copyOf(user.roles()) : memberships.roles(request.roles());
        Set<String> groups = request.groups() == null ? groupsOf(user) : request.groups();
        Set<Role> all = memberships.all(roles, groups);
        if (user.may(Permissions.ACCOUNTS_MANAGE)
                && all.stream().noneMatch(role -> role.permissions().contains(Permissions.ACCOUNTS_MANAGE))) {
            administrators.demandAnother(user);
        }
        administrators.demandWithinOwn(different(user.allRoles(), all));
        user.become(roles);
        if (!groups.equals(groupsOf(user))) {
            entities.lock(user, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            memberships.join(id, groups);
        }
        describe(user, request.realName(), request.email(), request.phone(), request.department());
        if (Boolean.TRUE.equals(request.isActive()) && !user.isActive()) {
            comeBack(user);
        } else if (Boolean.FALSE.equals(request.isActive()) && user.isActive()) {
            leaving.deactivate(user, OpenWork.NOTHING_SAID);
        }
        return changed(user, before);
    }

    /**
     * Lets somebody in no more: at pages, calls and tokens, at once. The account stays, with all that was done under it.
     *
     * @throws NotFound          there is no such account
     * @throws WorkLeft          tasks wait for the person, and it is not said what becomes of them
     * @throws InvalidInput      the colleague may not do one of them
     * @throws OwnAccount        it is one's own
     * @throws LastAdministrator nobody else could look after accounts
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.deactivate")
    public AccountDetails deactivate(long id, OpenWork work) {
        validation.checked(work);
        AppUser user = held(id);
        Map<String, Object> before = user.facts();
        leaving.deactivate(user, work);
        return changed(user, before);
    }

    /**
     * What waits for somebody, or will: the tasks, and what comes back when its process gets there.
     *
     * @throws NotFound there is no such account
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(readOnly = true)
    public PersonalWork work(long id, Locale locale) {
        return leaving.work(users.findById(id).orElseThrow(() -> new NotFound(id)), locale);
    }

    /**
     * Hands over what still waits for somebody who may not sign in any more, or is away for long.
     *
     * @throws NotFound     there is no such account
     * @throws WorkLeft     it is not said who takes over what nobody else may do
     * @throws InvalidInput the colleague may not do one of the tasks
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.hand_over")
    public void handOver(long id, OpenWork work) {
        validation.checked(work);
        leaving.handOver(held(id), work);
    }

    /**
     * Lets somebody in again, with the roles and groups and the password from before.
     *
     * @throws NotFound there is no such account
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.activate")
    public AccountDetails activate(long id) {
        AppUser user = held(id);
        Map<String, Object> before = user.facts();
        comeBack(user);
        return changed(user, before);
    }

    /**
     * Removes an account under which nothing was done.
     *
     * @throws NotFound          there is no such account
     * @throws AccountHasHistory something was done under it; it can be deactivated
     * @throws OwnAccount        it is one's own
     * @throws LastAdministrator nobody else could look after accounts
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.delete")
    public void delete(long id) {
        AppUser user = held(id);
        leaving.demandNoHistory(user);
        AuditTrail.changed("user", user.username(), user.facts(), null);
        leaving.endAccess(user);
        brake.unlock(user.username());
        memberships.join(id, Set.of());
        users.delete(user);
        directory.changed();
    }

    /**
     * Gives somebody a password that must be changed at the next sign-in. Wherever the person is signed in, that ends.
     *
     * @return the password that the program made up, which nobody can ask for again; empty when one was sent
     * @throws NotFound     there is no such account
     * @throws InvalidInput the password breaks a rule
     * @throws OwnAccount   it is one's own: that is changed with the password from before
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.reset_password")
    public Optional<String> resetPassword(long id, ResetPassword request) {
        validation.checked(request);
        AppUser user = held(id);
        if (Actor.current().name().equals(user.username())) {
            throw new OwnAccount();
        }
        administrators.demandWithinOwn(user.allRoles());
        String password = request.password() == null ? madeUp(user) : request.password();
        refuse(broken(password, user));
        user.choose(passwords.encode(password));
        user.mustChangePassword(true);
        leaving.endAccess(user);
        brake.unlock(user.username());
        notices.tell(user.username(), "accounts.notice.password-reset", List.of(), PROFILE);
        return request.password() == null ? Optional.of(password) : Optional.empty();
    }

    private String madeUp(AppUser user) {
        return Stream.generate(this::proposePassword)
                .filter(password -> broken(password, user).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<FieldError> broken(String password, AppUser user) {
        return PasswordRules.broken(
                "password", password, user.username(), user.realName(), Objects.requireNonNullElse(user.email(), ""));
    }

    /** A password that nobody has chosen, for somebody who is given one. */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(readOnly = true)
    public String proposePassword() {
        return MadeUpPassword.next(random);
    }

    /**
     * Where somebody is signed in, at pages and by programs, the last used first.
     *
     * @throws NotFound there is no such account
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(readOnly = true)
    public PageOf<SessionDetails> sessions(long id, Paging paging) {
        AppUser user = users.findById(id).orElseThrow(() -> new NotFound(id));
        return sessions.page(user.username(), paging);
    }

    /**
     * Wherever somebody is signed in, that ends.
     *
     * @throws NotFound there is no such account
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.end_sessions")
    public void endSessions(long id) {
        leaving.endAccess(held(id));
    }

    /**
     * After too many wrong passwords: the person need not wait any longer.
     *
     * @throws NotFound nobody has the name
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.unlock")
    public void unlock(String username) {
        AppUser user =
                Username.normalised(username).flatMap(users::findByUsername).orElseThrow(() -> new NotFound(username));
        brake.unlock(user.username());
        notices.tell(user.username(), "accounts.notice.unlocked", List.of(), PROFILE);
    }

    private void comeBack(AppUser user) {
        administrators.demandWithinOwn(user.allRoles());
        user.setActive(true);
    }

    private static void describe(
            AppUser user,
            @Nullable String realName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String department) {
        if (realName != null) {
            user.call(realName.strip());
        }
        user.reachableAt(
                email == null ? user.email() : ContactRules.kept(email),
                phone == null ? user.phone() : ContactRules.kept(phone),
                department == null ? user.department() : ContactRules.kept(department));
    }

    /** What is in one and not in the other. */
    private static Set<Role> different(Set<Role> before, Set<Role> after) {
        Set<Role> different = new HashSet<>(before);
        different.addAll(after);
        different.removeIf(role -> before.contains(role) && after.contains(role));
        return different;
    }

    private static Set<String> groupsOf(AppUser user) {
        return user.groups().stream().map(UserGroup::code).collect(Collectors.toSet());
    }

    /** What has become of an account, as the database has it. */
    private AccountDetails changed(AppUser user, Map<String, Object> before) {
        directory.changed();
        entities.flush();
        entities.refresh(user);
        AuditTrail.changed("user", user.username(), before, user.facts());
        return withLock(user);
    }

    private AccountDetails withLock(AppUser user) {
        return AccountDetails.of(
                user, brake.lockedUntil(user.username()).orElse(null), brake.failures(user.username()));
    }

    private AppUser held(long id) {
        AppUser user = users.hold(id).orElseThrow(() -> new NotFound(id));
        AuditTrail.object("user", user.username());
        return user;
    }

    private AppUser byName(String username) {
        return users.findByUsername(username).orElseThrow(() -> new NotFound(username));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
