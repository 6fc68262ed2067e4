package io.opsflow.accounts;

import static java.util.stream.Collectors.toMap;

import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.StartRefused;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who is there before anybody was added: in a new demo the demo accounts, whose passwords
 * must be changed where others than this machine reach it; in production nobody, and above all none of the
 * demo accounts with its password.
 */
@Component
class FirstPeople implements InitializingBean {

    private final AppUserRepository users;
    private final Roles roles;
    private final OpsFlowSettings settings;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstPeople(
            AppUserRepository users,
            Roles roles,
            OpsFlowSettings settings,
            PasswordEncoder passwords,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.roles = roles;
        this.settings = settings;
        this.passwords = passwords;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (settings.isDemo()) {
            transaction.executeWithoutResult(status -> {
                addDemoAccounts();
                guardDemoAccounts();
            });
        } else {
            refuseDemoAccounts();
        }
    }

    private void addDemoAccounts() {
        if (users.count() > 0) {
            return;
        }
        Set<String> codes = Arrays.stream(BuiltInRole.values()).map(Enum::name).collect(Collectors.toSet());
        Map<String, Role> byCode = roles.all(codes).stream().collect(toMap(Role::code, Function.identity()));
        users.saveAll(Arrays.stream(DemoAccount.values())
                .map(demo -> new AppUser(
                                demo.username(),
                                demo.passwordHash(),
                                demo.realName(),
                                List.of(byCode.get(demo.role().name())),
                                clock.instant())
                        .reachableAt(demo.email(), demo.phone(), demo.department()))
                .toList());
    }

    /** Once others reach the demo, passwords that everybody knows open nothing but the choice of another. */
    private void guardDemoAccounts() {
        for (DemoAccount demo : DemoAccount.values()) {
            users.findByUsername(demo.username())
                    .filter(user -> user.passwordHash().equals(demo.passwordHash()))
                    .ifPresent(user -> user.mustChangePassword(!settings.isLocal()));
        }
    }

    private void refuseDemoAccounts() {
        Map<String, DemoAccount> demos =
                Arrays.stream(DemoAccount.values()).collect(toMap(DemoAccount::username, Function.identity()));
        String found = users.findByUsernameIn(demos.keySet()).stream()
                .filter(user -> hasDemoPassword(user, Objects.requireNonNull(demos.get(user.username()))))
                .map(AppUser::username)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!found.isEmpty()) {
            throw new StartRefused("accounts.demo-accounts-in-production", found);
        }
    }

    /** The hash that we gave it, or another one of the same password. */
    private boolean hasDemoPassword(AppUser user, DemoAccount demo) {
        return user.passwordHash().equals(demo.passwordHash())
                || passwords.matches(demo.password(), user.passwordHash());
    }
}
