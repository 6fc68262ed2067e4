package io.opsflow.accounts.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.accounts.ApplicantStatus;
import io.opsflow.accounts.Registration;
import io.opsflow.accounts.RegistrationDetails;
import io.opsflow.accounts.RegistrationKey;
import io.opsflow.design.Ago;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.KeyValues;
import io.opsflow.design.ObjectPreview;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the inbox shows of a registration: who asks for an account, and from where. */
@Component
class RegistrationPreview implements ObjectPreview {

    private final Registration registration;

    RegistrationPreview(Registration registration) {
        this.registration = registration;
    }

    @Override
    public Optional<Preview> of(String key) {
        if (!RegistrationKey.isKey(key) || !Actor.may(Permissions.ACCOUNTS_MANAGE)) {
            return Optional.empty();
        }
        RegistrationDetails asked = registration.details(RegistrationKey.of(key));
        Span line = new Span(
                new Span(I18NProvider.translate("accounts.registration.asked", asked.realName()) + " "),
                Ago.of(asked.requestedAt()));
        line.addClassName("ops-muted");
        Chip state = Chip.of(
                I18NProvider.translate("accounts.status." + asked.status().code()), tone(asked.status()));
        return Optional.of(new Preview(List.of(state), line, body(asked)));
    }

    private static Tone tone(ApplicantStatus status) {
        return switch (status) {
            case PENDING -> Tone.WAIT;
            case APPROVED -> Tone.GOOD;
            case REFUSED, EXPIRED -> Tone.BAD;
        };
    }

    private static Card body(RegistrationDetails asked) {
        return new Card(
                I18NProvider.translate("accounts.registration.applicant"),
                new KeyValues()
                        .fact(I18NProvider.translate("accounts.username"), asked.username())
                        .fact(I18NProvider.translate("accounts.real-name"), asked.realName())
                        .fact(I18NProvider.translate("accounts.email"), asked.email())
                        .fact(I18NProvider.translate("accounts.phone"), asked.phone())
                        .fact(I18NProvider.translate("accounts.department"), asked.department())
                        .fact(I18NProvider.translate("accounts.registration.address"), asked.address()));
    }
}
