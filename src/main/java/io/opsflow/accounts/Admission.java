package io.opsflow.accounts;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Validation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Gives somebody new an account, by whichever way: whether that is allowed, the front doors ask. */
@Component
class Admission {

    private final AppUserRepository users;
    private final ApplicantRepository applicants;
    private final Memberships memberships;
    private final Directory directory;
    private final Validation validation;
    private final Clock clock;

    Admission(
            AppUserRepository users,
            ApplicantRepository applicants,
            Memberships memberships,
            Directory directory,
            Validation validation,
            Clock clock) {
        this.users = users;
        this.applicants = applicants;
        this.memberships = memberships;
        this.directory = directory;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * The kept spelling of the new name.
     *
     * @throws InvalidInput with everything that is wrong with the request
     */
    String check(AddAccount request) {
        List<FieldError> errors = broken(request);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return Username.normalised(request.username()).orElseThrow();
    }

    /**
     * Every rule that the request breaks.
     *
     * @throws InvalidInput a field is missing or too long
     */
    List<FieldError> broken(AddAccount request) {
        validation.checked(request);
        Optional<String> username = Username.normalised(request.username());
        List<FieldError> errors = new ArrayList<>();
        if (username.isEmpty()) {
            errors.add(new FieldError("username", "username-spelling", List.of()));
        }
        username.flatMap(this::taken).ifPresent(errors::add);
        errors.addAll(ContactRules.broken(request.email(), request.phone()));
        errors.addAll(PasswordRules.broken(
                "password",
                request.password(),
                username.orElse(request.username()),
                request.realName(),
                Objects.requireNonNullElse(request.email(), "")));
        errors.addAll(memberships.unknown(request.roles(), request.groups()));
        return errors;
    }

    /**
     * Adds an account that was checked.
     *
     * @param mustChange whether somebody else chose the password
     * @throws InvalidInput somebody else was given the name, or one that looks like it, a moment ago
     */
    AppUser add(String username, AddAccount request, String passwordHash, boolean mustChange) {
        AppUser user = new AppUser(
                        username,
                        passwordHash,
                        request.realName().strip(),
                        memberships.roles(request.roles()),
                        clock.instant())
                .reachableAt(
                        ContactRules.kept(request.email()),
                        ContactRules.kept(request.phone()),
                        ContactRules.kept(request.department()));
        user.mustChangePassword(mustChange);
        user.setActive(!Boolean.FALSE.equals(request.isActive()));
        try {
            users.saveAndFlush(user);
        } catch (DataIntegrityViolationException quicker) {
            throw new InvalidInput("username", "username-taken", username);
        }
        memberships.join(user.id(), set(request.groups()));
        directory.changed();
        return user;
    }

    /** Whether somebody has the name, or one that looks like it. */
    boolean isTaken(String username) {
        return !users.likeName(Username.skeleton(username), username).isEmpty();
    }

    /** Also a name that somebody has asked for is taken. */
    private Optional<FieldError> taken(String username) {
        if (applicants.existsByReservedName(Username.skeleton(username))) {
            return Optional.of(new FieldError("username", "username-taken", List.of(username)));
        }
        return users.likeName(Username.skeleton(username), username).stream()
                .findFirst()
                .map(other -> other.equals(username)
                        ? new FieldError("username", "username-taken", List.of(username))
                        : new FieldError("username", "username-look-alike", List.of(username, other)));
    }

    private static Set<String> set(@Nullable Set<String> codes) {
        return codes == null ? Set.of() : codes;
    }
}
