package io.opsflow.accounts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.opsflow.accounts.MySessions;
import io.opsflow.accounts.MySessions.End;
import io.opsflow.design.LivePanel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Stands unseen on every page of a session: it tells the server when somebody moves, which the page's own questions do not,
 * and warns before the session ends. Other windows of the same browser count as well, because the server is asked.
 */
class SessionWatch extends Composite<LivePanel> {

    static final Duration WARNING = Duration.ofMinutes(2);

    private static final Duration LOOKS = Duration.ofSeconds(15);

    /** Not more than twice a minute, and at once when nothing was done for a while. */
    private static final String WATCH =
            """
            let told = Date.now();
            const tell = () => {
              if (Date.now() - told > 30000) { told = Date.now(); this.dispatchEvent(new CustomEvent('ops-active')); }
            };
            for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
              window.addEventListener(kind, tell, { passive: true, capture: true });
            }
            """;

    private static final String COUNT_DOWN =
            """
            const end = Date.now() + $0 * 1000;
            const show = () => {
              const left = Math.max(0, Math.round((end - Date.now()) / 1000));
              this.textContent = Math.floor(left / 60) + ':' + String(left % 60).padStart(2, '0');
            };
            clearInterval(this.clock);
            this.clock = setInterval(() => this.isConnected ? show() : clearInterval(this.clock), 500);
            show();
            """;

    private final MySessions sessions;
    private final Span left = new Span();
    private @Nullable Dialog warning;

    SessionWatch(MySessions sessions) {
        this.sessions = sessions;
        getContent().addClassName("ops-session-watch");
        getElement().addEventListener("ops-active", active -> stay());
    }

    @Override
    protected LivePanel initContent() {
        return new LivePanel(LOOKS, this::look);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs(WATCH);
    }

    private void stay() {
        sessions.stay();
        look();
    }

    /** Warns when the end is near, and takes it back when somebody moved elsewhere. */
    private void look() {
        sessions.end().filter(end -> end.left().compareTo(WARNING) <= 0).ifPresentOrElse(this::warn, this::calm);
    }

    private void warn(End end) {
        if (warning == null) {
            warning = dialog(end);
            warning.open();
        }
        left.getElement().executeJs(COUNT_DOWN, (int) end.left().toSeconds());
    }

    private void calm() {
        if (warning != null) {
            warning.close();
            warning = null;
        }
    }

    private Dialog dialog(End end) {
        Dialog dialog = new Dialog(getTranslation("accounts.session-end.title"));
        dialog.setCloseOnOutsideClick(false);
        dialog.setCloseOnEsc(false);
        left.addClassName("ops-session-left");
        left.getElement().setAttribute("role", "timer");
        String why = end.isLast() ? "accounts.session-end.last" : "accounts.session-end.idle";
        dialog.add(new Paragraph(getTranslation(why)), left);
        Button stay = new Button(
                getTranslation(end.isLast() ? "accounts.session-end.understood" : "accounts.session-end.stay"),
                click -> {
                    dialog.close();
                    if (!end.isLast()) {
                        warning = null;
                        sessions.stay();
                    }
                });
        stay.addThemeNames("primary");
        stay.setAutofocus(true);
        dialog.getFooter().add(stay);
        return dialog;
    }
}
