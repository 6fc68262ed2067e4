package io.opsflow.accounts;

import io.opsflow.design.Me;
import io.opsflow.design.Preferences;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Texts;
import io.opsflow.platform.OpsFlowSettings;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the shell who is signed in on this thread, and how that person wants to see the product. */
@Component
class SignedInPerson implements Me, Preferences {

    private final Directory directory;
    private final Accounts accounts;
    private final OpsFlowSettings settings;
    private final Texts texts;

    SignedInPerson(Directory directory, Accounts accounts, OpsFlowSettings settings, Texts texts) {
        this.directory = directory;
        this.accounts = accounts;
        this.settings = settings;
        this.texts = texts;
    }

    @Override
    public String displayName() {
        return member().map(Member::realName)
                .orElseGet(() -> Actor.isSignedIn() ? Actor.current().name() : "");
    }

    @Override
    public String role(Locale locale) {
        return member().flatMap(member -> member.roles().stream().findFirst())
                .map(role -> role.in(texts, locale))
                .orElse("");
    }

    @Override
    public @Nullable Locale locale() {
        return member().map(Member::locale).orElse(null);
    }

    @Override
    public ZoneId zone() {
        return member().map(Member::zone).orElseGet(settings::timeZone);
    }

    @Override
    public Theme theme() {
        return member().map(Member::theme).orElse(Theme.SYSTEM);
    }

    @Override
    public void change(Locale locale, ZoneId zone, Theme theme) {
        if (member().isPresent()) {
            accounts.prefer(Texts.language(locale), zone, theme);
        }
    }

    private Optional<Member> member() {
        return Actor.isSignedIn() ? directory.member(Actor.current().name()) : Optional.empty();
    }
}
