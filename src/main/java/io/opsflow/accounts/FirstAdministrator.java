package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Validation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds the first person of a new installation: whoever can read the program's log, and therefore its one-time code, becomes
 * its administrator. The code is in no file but the log, and ends with its use or with the process.
 */
@Service
@PreAuthorize("permitAll()") // for people who cannot be signed in yet
public class FirstAdministrator {

    /** After so many wrong codes another one counts, so that none can be found by trying. */
    static final int ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    // No letters or digits that look alike.
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final AppUserRepository users;
    private final Roles roles;
    private final PasswordEncoder passwords;
    private final Validation validation;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable String code;
    private int wrong;

    FirstAdministrator(
            AppUserRepository users,
            // Only named so that the demo accounts are there first.
            FirstPeople firstPeople,
            Roles roles,
            PasswordEncoder passwords,
            Validation validation,
            TransactionTemplate transaction,
            Clock clock) {
        this.users = users;
        this.roles = roles;
        this.passwords = passwords;
        this.validation = validation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether nobody is there yet and the code in the log counts. */
    public synchronized boolean isAwaited() {
        return code != null;
    }

    /**
     * Adds the administrator; afterwards nobody can be added like this any more.
     *
     * @throws InvalidInput a field is wrong, or the code is
     * @throws SetupClosed  there is somebody already
     */
    @Audited("user.add_first")
    public synchronized void add(AddAdministrator request) {
        String expected = code;
        if (expected == null) {
            throw new SetupClosed();
        }
        validation.checked(request);
        if (!isSame(expected, request.code())) {
            wrong++;
            if (wrong >= ATTEMPTS) {
                announce();
            }
            throw new InvalidInput("code", "setup-code-wrong");
        }
        String username = checkedName(request);
        String hash = passwords.encode(request.password());
        transaction.executeWithoutResult(status -> {
            if (users.count() > 0) {
                throw new SetupClosed();
            }
            List<Role> admin = roles.all(Set.of(BuiltInRole.ADMIN.name()));
            users.save(new AppUser(username, hash, request.realName().strip(), admin, clock.instant()));
            AuditTrail.object("user", username);
            AuditTrail.fact("real_name", null, request.realName().strip());
            AuditTrail.fact("roles", null, List.of(BuiltInRole.ADMIN));
            AuditTrail.done();
        });
        code = null;
        LOG.warn("The first administrator was added: {}. / 已创建首位管理员：{}。", username, username);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (users.count() == 0) {
            announce();
        }
    }

    private synchronized void announce() {
        String next = newCode();
        code = next;
        wrong = 0;
        LOG.warn(
                "Nobody has an account here yet. Open /setup and add the first administrator with this code: {}"
                        + " / 尚无任何账号。请打开 /setup，用此安装码创建首位管理员：{}",
                next,
                next);
    }

    private String newCode() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                text.append('-');
            }
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                given.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private static String checkedName(AddAdministrator request) {
        List<FieldError> errors = new ArrayList<>();
        Optional<String> username = Username.normalised(request.username());
        if (username.isEmpty()) {
            errors.add(new FieldError("username", "username-spelling", List.of()));
        }
        errors.addAll(PasswordRules.broken(
                "password", request.password(), username.orElse(request.username()), request.realName()));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return username.orElseThrow();
    }
}
