package io.opsflow.tickets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Attempt;
import io.opsflow.design.Formats;
import io.opsflow.design.LivePanel;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Texts;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.Inbox;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One ticket: what it waits for, what happened and was said, who has to do with it, and its process. */
@Route(TicketRoutes.ONE)
@RolesAllowed("tickets.view")
class TicketView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration REFRESH = Duration.ofSeconds(3);
    private static final Duration AGE = Duration.ofMinutes(1);

    private final TicketSight.Eye eye;
    private final Texts texts;
    private final TicketHead head;
    private final TicketTimeline timeline = new TicketTimeline(this::older);
    private final CommentBox comments;
    private final TicketSide side = new TicketSide();
    private final TicketDiagram process = new TicketDiagram();
    private @Nullable TicketSight shown;
    private int pages = 1;
    private Instant drawn = Instant.EPOCH;

    TicketView(Tickets tickets, Inbox inbox, Texts texts, TicketSight.Eye eye) {
        this.eye = eye;
        this.texts = texts;
        TicketActions actions = new TicketActions(tickets, inbox, texts, this::refresh);
        head = new TicketHead(actions);
        comments = new CommentBox(tickets, texts, this::refresh);
        Div said = new Div(timeline, comments);
        said.addClassName("ops-card");
        Div left = new Div(said, process);
        left.addClassName("ops-stack");
        Div two = new Div(left, side);
        two.addClassName("ops-two");
        addClassNames("ops-page", "ticket-page");
        LivePanel live = new LivePanel(REFRESH, this::refresh, head, two);
        live.addClassName("ticket-live");
        add(live);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = null;
        pages = 1;
        show(TicketKey.of(event.getRouteParameters().get(TicketRoutes.KEY).orElse("")));
    }

    /** Parts in which somebody may be typing are never built anew. */
    private void refresh() {
        TicketSight known = shown;
        if (known != null) {
            TicketKey key = known.ticket().key();
            Attempt.find(() -> eye.pulse(key), reason -> gone(known, reason))
                    .filter(now -> !now.equals(known.pulse())
                            || Duration.between(drawn, Formats.now()).compareTo(AGE) > 0)
                    .ifPresent(changed -> show(key));
        }
    }

    private void older() {
        pages++;
        if (shown != null) {
            show(shown.ticket().key());
        }
    }

    /** The reader may not see the ticket any more: it was given to somebody else. */
    private void gone(TicketSight known, DomainError reason) {
        shown = null;
        head.gone(known.ticket(), texts.of(Formats.locale(), reason));
    }

    private void show(TicketKey key) {
        TicketSight sight = eye.at(key, pages);
        shown = sight;
        drawn = Formats.now();
        head.show(sight);
        timeline.show(sight);
        comments.show(key);
        side.show(sight);
        process.show(sight.process());
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : shown.ticket().key() + " " + shown.ticket().title();
    }
}
