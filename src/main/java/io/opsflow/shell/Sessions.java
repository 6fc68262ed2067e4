package io.opsflow.shell;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.opsflow.design.Formats;
import io.opsflow.design.Languages;
import io.opsflow.design.Preferences;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Texts;
import io.opsflow.platform.OpsFlowSettings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives every page, before it is sent, the language, zone and colours of the person who asked for it, and every session
 * its error handler and its words for the end of a session.
 */
@Component
class Sessions implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    /** Runs before anything is drawn, so that no page flashes in the wrong colours. */
    private static final String COLOURS =
            """
            (function (chosen) {
              var root = document.documentElement, dark = matchMedia('(prefers-color-scheme: dark)');
              window.opsflowTheme = function (next) {
                chosen = next;
                root.setAttribute('theme', chosen === 'dark' || (chosen === 'system' && dark.matches) ? 'dark' : 'light');
              };
              dark.addEventListener('change', function () { window.opsflowTheme(chosen); });
              window.opsflowTheme(chosen);
              try { if (localStorage.getItem('opsflow.nav') === 'folded') root.setAttribute('nav', 'folded'); } catch (e) {}
            })('%s');
            """;

    private final Preferences preferences;
    private final OpsFlowSettings settings;
    private final Failures failures;
    private final Texts texts;
    private final Clock clock;

    Sessions(Preferences preferences, OpsFlowSettings settings, Failures failures, Texts texts, Clock clock) {
        this.preferences = preferences;
        this.settings = settings;
        this.failures = failures;
        this.texts = texts;
        this.clock = clock;
    }

    /** What a page is made by. */
    private record Look(@Nullable Locale locale, ZoneId zone, Preferences.Theme theme) {}

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(start -> {
            start.getSession().setErrorHandler(failures);
            Formats.use(start.getSession(), settings.timeZone(), clock);
            if (start.getRequest() instanceof VaadinServletRequest request) {
                Languages.chosen(request.getHttpServletRequest().getCookies()).ifPresent(start.getSession()::setLocale);
            }
        });
        event.addIndexHtmlRequestListener(this::dress);
        event.getSource().setSystemMessagesProvider(this::messages);
    }

    private void dress(IndexHtmlResponse response) {
        Look look = look();
        VaadinSession session = VaadinSession.getCurrent();
        Locale locale = Locale.SIMPLIFIED_CHINESE;
        if (session != null) {
            Optional.ofNullable(look.locale()).ifPresent(session::setLocale);
            Formats.use(session, look.zone(), clock);
            locale = session.getLocale();
        }
        response.getVaadinResponse().addCookie(Languages.cookie(locale));
        Element html = response.getDocument().child(0);
        html.attr("lang", Languages.tag(locale));
        Element script = new Element("script");
        script.appendChild(new DataNode(COLOURS.formatted(look.theme().name().toLowerCase(Locale.ROOT))));
        response.getDocument().head().prependChild(script);
    }

    /** A page must come even when the database does not answer: then with the installation's defaults. */
    private Look look() {
        try {
            if (Actor.isSignedIn()) {
                return new Look(preferences.locale(), preferences.zone(), preferences.theme());
            }
        } catch (RuntimeException e) {
            LOG.warn("The preferences cannot be read: {}", e.toString());
        }
        return new Look(null, settings.timeZone(), Preferences.Theme.SYSTEM);
    }

    private SystemMessages messages(SystemMessagesInfo info) {
        // The session that knew the language may be what has ended.
        Locale locale = info.getRequest() == null
                ? info.getLocale()
                : Languages.chosen(info.getRequest().getCookies()).orElse(info.getLocale());
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.get(locale, "shell.expired.title"));
        messages.setSessionExpiredMessage(texts.get(locale, "shell.expired.click"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(texts.get(locale, "shell.internal.title"));
        messages.setInternalErrorMessage(texts.get(locale, "shell.internal.click"));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(texts.get(locale, "shell.cookies.title"));
        messages.setCookiesDisabledMessage(texts.get(locale, "shell.cookies.text"));
        return messages;
    }
}
