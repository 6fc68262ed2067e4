package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of too many wrong passwords: the log of changes, and the person whose account somebody tried to get into. */
@Component
class LockNews {

    private final AppUserRepository users;
    private final ObjectProvider<Notices> notices;

    LockNews(AppUserRepository users, ObjectProvider<Notices> notices) {
        this.users = users;
        this.notices = notices;
    }

    /**
     * A name is locked.
     *
     * @param username in its normalised spelling; a name that nobody has is not written down, for it may be a password
     */
    @Audited("user.lock")
    @Transactional
    void locked(Optional<String> username, String address, Instant until) {
        Optional<AppUser> user = username.flatMap(users::findByUsername);
        user.ifPresent(known -> {
            AuditTrail.object("user", known.username());
            notices.ifAvailable(
                    board -> board.tell(known.username(), "accounts.locked", List.of(address, until), "profile"));
        });
        AuditTrail.fact("locked_until", null, until);
        AuditTrail.fact("address", null, address);
    }

    /** An address must wait. */
    @Audited("address.brake")
    @Transactional
    void braked(String address, int failures) {
        AuditTrail.fact("failures", null, failures);
    }
}
