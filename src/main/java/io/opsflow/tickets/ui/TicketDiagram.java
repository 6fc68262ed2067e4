package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import io.opsflow.design.OpsDiagram;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.ActivityTrace;
import io.opsflow.workflow.Cockpit;
import io.opsflow.workflow.ObjectProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The process of a ticket: the diagram with the token, the path it took, and the times at its steps. */
final class TicketDiagram extends Composite<Div> {

    private static final String FOR_PEOPLE = "userTask";

    private @Nullable ObjectProcess shown;

    void show(@Nullable ObjectProcess process) {
        if (Objects.equals(process, shown)) {
            return;
        }
        shown = process;
        if (process == null) {
            getContent().removeAll();
            return;
        }
        OpsDiagram diagram = new OpsDiagram();
        diagram.show(
                process.diagramXml(), process.name(), process.active(), process.done(), notes(process.activities()));
        Span version = new Span(process.processKey() + " · "
                + getTranslation("workflow.process.version.of", Integer.toString(process.version())));
        getContent().removeAll();
        getContent().add(new Card(process.name(), diagram).aside(version, cockpit(process)));
    }

    /** Cockpit shows what runs, to those who watch. */
    private Anchor cockpit(ObjectProcess process) {
        Anchor link = new Anchor(Cockpit.instance(process.instanceId()), getTranslation("tickets.process.cockpit"));
        link.setRouterIgnore(true);
        link.setVisible(
                Actor.may(Permissions.PROCESSES_WATCH) && !process.active().isEmpty());
        return link;
    }

    private static Map<String, String> notes(List<ActivityTrace> visits) {
        Map<String, String> notes = new LinkedHashMap<>();
        visits.stream()
                .filter(visit -> FOR_PEOPLE.equals(visit.type()))
                .forEach(visit -> notes.put(visit.activityId(), note(visit)));
        return notes;
    }

    private static String note(ActivityTrace visit) {
        Instant end = visit.endedAt() == null ? Formats.now() : visit.endedAt();
        String took = Formats.duration(Duration.between(visit.startedAt(), end));
        if (visit.assigneeName() == null) {
            return took;
        }
        String who = visit.onBehalfOfName() == null
                ? visit.assigneeName()
                : I18NProvider.translate("workflow.on-behalf", visit.assigneeName(), visit.onBehalfOfName());
        return who + " · " + took;
    }
}
