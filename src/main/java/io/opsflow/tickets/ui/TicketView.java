package io.opsflow.tickets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.design.LivePanel;
import io.opsflow.kernel.Texts;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.Inbox;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One ticket: what it waits for, what happened and was said, who has to do with it, and its process. */
@Route(TicketRoutes.ONE)
@RolesAllowed("tickets.view")
class TicketView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration REFRESH = Duration.ofSeconds(3);

    private final TicketSight.Eye eye;
    private final TicketHead head;
    private final TicketTimeline timeline = new TicketTimeline();
    private final CommentBox comments;
    private final TicketSide side = new TicketSide();
    private final TicketProcess process = new TicketProcess();
    private TicketSight.@Nullable Pulse shown;

    TicketView(Tickets tickets, Inbox inbox, Texts texts, TicketSight.Eye eye) {
        this.eye = eye;
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
        show(eye.pulse(
                TicketKey.of(event.getRouteParameters().get(TicketRoutes.KEY).orElse(""))));
    }

    /** Parts in which somebody may be typing are never built anew. */
    private void refresh() {
        TicketSight.Pulse known = Objects.requireNonNull(shown);
        TicketSight.Pulse now = eye.pulse(known.ticket().key());
        if (!now.equals(known)) {
            show(now);
        }
    }

    private void show(TicketSight.Pulse pulse) {
        TicketSight sight = eye.at(pulse);
        shown = pulse;
        head.show(pulse);
        timeline.show(sight);
        comments.show(pulse.ticket().key());
        side.show(sight);
        process.show(sight.process());
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : shown.ticket().key() + " " + shown.ticket().title();
    }
}
