package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an installation that is to be tried out with as many people as a large house has. */
@Service
@PreAuthorize("hasAuthority('accounts.manage')")
public class ManyAccounts {

    private static final int AT_ONCE = 500;
    private static final String PREFIX = "load-";
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许";
    private static final String NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平";
    private static final List<String> DEPARTMENTS = List.of("财务部", "市场部", "运维一组", "运维二组", "研发部", "行政部");
    private static final List<BuiltInRole> ROLES = List.of(
            BuiltInRole.REQUESTER,
            BuiltInRole.REQUESTER,
            BuiltInRole.REQUESTER,
            BuiltInRole.REQUESTER,
            BuiltInRole.REQUESTER,
            BuiltInRole.ENGINEER,
            BuiltInRole.ENGINEER,
            BuiltInRole.SUPERVISOR,
            BuiltInRole.PROJECT_MANAGER,
            BuiltInRole.VIEWER);

    private final AppUserRepository users;
    private final Roles roles;
    private final PasswordEncoder passwords;
    private final Directory directory;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ManyAccounts(
            AppUserRepository users,
            Roles roles,
            PasswordEncoder passwords,
            Directory directory,
            EntityManager entities,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.roles = roles;
        this.passwords = passwords;
        this.directory = directory;
        this.entities = entities;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The name of one of them, counted from 0. */
    public static String name(int number) {
        return PREFIX + String.format(Locale.ROOT, "%06d", number);
    }

    /**
     * Adds people until there are so many of them.
     *
     * @param password that of all of them; null for people who cannot sign in
     * @return how many were added
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Audited("user.add_many")
    public int addUpTo(int wanted, @Nullable String password) {
        int there = users.countNamesLike(PREFIX + "%");
        String hash = password == null ? "!" : passwords.encode(password);
        for (int first = there; first < wanted; first += AT_ONCE) {
            int from = first;
            int to = Math.min(wanted, first + AT_ONCE);
            transaction.executeWithoutResult(status -> add(from, to, hash));
        }
        int added = Math.max(0, wanted - there);
        AuditTrail.object("user", PREFIX + "*");
        AuditTrail.fact("users", there, there + added);
        return added;
    }

    private void add(int from, int to, String hash) {
        Map<String, Role> byCode = roles.all(ROLES.stream().map(Enum::name).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Role::code, Function.identity()));
        for (int number = from; number < to; number++) {
            Role role = Objects.requireNonNull(
                    byCode.get(ROLES.get(number % ROLES.size()).name()));
            String username = name(number);
            users.save(new AppUser(username, hash, realName(number), List.of(role), clock.instant())
                    .reachableAt(
                            username + "@example.com",
                            "010-" + (60_000_000 + number),
                            DEPARTMENTS.get(number % DEPARTMENTS.size())));
        }
        directory.changed();
        entities.flush();
        entities.clear();
    }

    private static String realName(int number) {
        return "" + SURNAMES.charAt(number % SURNAMES.length())
                + NAMES.charAt(number / SURNAMES.length() % NAMES.length())
                + NAMES.charAt(number / 7 % NAMES.length());
    }
}
