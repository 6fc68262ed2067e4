package io.opsflow.audit;

import io.opsflow.kernel.Actor;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Records who signs in and out at a page, and whoever fails to, wherever they try. What was typed as a name is kept only
 * where somebody has that name: people type passwords there. Nobody who tries learns from the time that it takes whether
 * somebody has it: the entry is written behind their back.
 */
@Component
class SignInRecords extends DefaultAuthenticationEventPublisher {

    private static final String SIGN_IN = "user.sign_in";
    private static final String USER = "user";

    private final AuditLog log;
    private final AuditSealer behind;
    private final CallOrigin origin;
    private final ObjectProvider<ActorNames> names;
    private final Repeated repeated;

    SignInRecords(
            ApplicationEventPublisher events,
            AuditLog log,
            AuditSealer behind,
            CallOrigin origin,
            ObjectProvider<ActorNames> names,
            Clock clock) {
        super(events);
        this.log = log;
        this.behind = behind;
        this.origin = origin;
        this.names = names;
        this.repeated = new Repeated(clock);
    }

    @Override
    public void publishAuthenticationFailure(AuthenticationException why, Authentication attempt) {
        super.publishAuthenticationFailure(why, attempt);
        if (AuditedCall.current() != null) {
            return; // whose entry tells it
        }
        CallOrigin.Origin from = origin.of(attempt);
        String code = Refusal.code(why);
        // Each wrong password has cost a slow computation; what is turned away without one may come in floods.
        boolean cheap = !code.equals(Refusal.WRONG_PASSWORD);
        if (cheap && !repeated.isNew(from.address() + " " + code)) {
            return;
        }
        String typed = attempt.getName();
        CallOrigin.told();
        behind.run(() -> refused(from, typed, code));
    }

    private void refused(CallOrigin.Origin from, @Nullable String typed, String code) {
        String name = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        boolean known =
                !name.isEmpty() && names.getObject().namesOf(Set.of(name)).containsKey(name);
        log.addAlone(log.entry(
                from, AuditedCall.NOBODY, SIGN_IN, USER, known ? name : null, AuditResult.REFUSED, code, null));
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        done(SIGN_IN, event.getAuthentication());
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        done("user.sign_out", event.getAuthentication());
    }

    private void done(String action, Authentication person) {
        log.addAlone(log.entry(
                origin.of(person),
                new Actor(person.getName(), null),
                action,
                USER,
                person.getName(),
                AuditResult.DONE,
                null,
                null));
    }
}
