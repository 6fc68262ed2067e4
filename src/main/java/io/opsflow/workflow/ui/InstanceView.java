package io.opsflow.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Formats;
import io.opsflow.design.LivePanel;
import io.opsflow.workflow.InstanceDetails;
import io.opsflow.workflow.ProcessMonitor;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One instance of a process, running or past: where it stands, how it came there, what failed and who did what. */
@Route(InboxRoutes.INSTANCE)
@RolesAllowed("processes.watch")
class InstanceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Duration REFRESH = Duration.ofSeconds(5);
    private static final Duration AGE = Duration.ofMinutes(1);

    private final ProcessMonitor monitor;
    private final InstanceHead head;
    private final InstancePath path = new InstancePath();
    private final InstanceFacts facts;
    private String id = "";
    private @Nullable InstanceDetails shown;
    private Instant drawn = Instant.EPOCH;

    InstanceView(ProcessMonitor monitor, InstanceHead.Sources sources, FailedJobActions actions) {
        this.monitor = monitor;
        head = new InstanceHead(sources, this::look);
        facts = new InstanceFacts(actions, this::look);
        Div two = new Div(path, facts);
        two.addClassName("ops-two");
        LivePanel live = new LivePanel(REFRESH, this::look, head, two);
        live.addClassName("process-live");
        addClassNames("ops-page", "process-page", "instance-page");
        add(live);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get(InboxRoutes.ID).orElse("");
        shown = null;
        look();
    }

    /** Shows what has changed; durations grow by the minute without it. */
    private void look() {
        InstanceDetails now = monitor.instance(id, Formats.locale());
        if (!now.equals(shown) || Duration.between(drawn, Formats.now()).compareTo(AGE) > 0) {
            shown = now;
            drawn = Formats.now();
            head.show(now);
            path.show(now);
            facts.show(now);
        }
    }

    @Override
    public String getPageTitle() {
        if (shown == null) {
            return "";
        }
        String key = shown.instance().objectKey();
        return key == null ? shown.processName() : key + " " + shown.processName();
    }
}
