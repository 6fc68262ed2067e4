package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Card;
import io.opsflow.design.DiagramMarks;
import io.opsflow.design.Formats;
import io.opsflow.design.OpsDiagram;
import io.opsflow.design.Table;
import io.opsflow.workflow.ActivityTrace;
import io.opsflow.workflow.InstanceDetails;
import io.opsflow.workflow.InstanceIncident;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way of an instance: in the diagram, and place by place with who was there, when and how long. */
final class InstancePath extends Composite<Div> {

    private final OpsDiagram diagram = new OpsDiagram();
    private final Div visits = new Div();
    private @Nullable String drawn;

    @Override
    protected Div initContent() {
        Div all = new Div(
                new Card(getTranslation("workflow.process.diagram"), diagram),
                new Card(getTranslation("monitor.visits"), visits));
        all.addClassName("ops-stack");
        return all;
    }

    void show(InstanceDetails details) {
        if (details.diagramXml().equals(drawn)) {
            diagram.mark(marks(details));
        } else {
            diagram.show(details.diagramXml(), details.processName(), marks(details));
            drawn = details.diagramXml();
        }
        Table table = new Table(
                getTranslation("monitor.visits"),
                getTranslation("monitor.activity"),
                getTranslation("monitor.who"),
                getTranslation("monitor.entered"),
                getTranslation("monitor.took"));
        details.activities()
                .forEach(visit -> table.row(
                        place(visit),
                        new Span(Who.did(visit)),
                        number(Formats.dateTime(visit.startedAt())),
                        number(took(visit))));
        // A step that waits for its job has not been entered yet, but the token stands there.
        details.instance().standing().stream()
                .filter(standing -> details.instance().endedAt() == null
                        && details.activities().stream()
                                .noneMatch(visit ->
                                        visit.active() && visit.activityId().equals(standing.activityId())))
                .forEach(standing -> table.row(
                        here(standing.name()),
                        new Span(),
                        number(Formats.dateTime(standing.since())),
                        number(
                                standing.since() == null
                                        ? ""
                                        : Formats.took(Duration.between(standing.since(), Formats.now())))));
        visits.removeAll();
        visits.add(table);
    }

    private Span place(ActivityTrace visit) {
        String name = visit.name().isBlank() ? visit.activityId() : visit.name();
        return visit.active() ? here(name) : new Span(name);
    }

    private Span here(String place) {
        Span name = new Span(place);
        name.addClassNames("ops-strong", "process-now");
        return new Span(name, new Span(" · " + getTranslation("monitor.here")));
    }

    private static Span number(String text) {
        Span number = new Span(text);
        number.addClassName("ops-mono");
        return number;
    }

    private DiagramMarks marks(InstanceDetails details) {
        Map<String, Long> failed = details.incidents().stream()
                .filter(incident -> incident.resolvedAt() == null)
                .collect(Collectors.groupingBy(InstanceIncident::activityId, Collectors.counting()));
        Map<String, DiagramMarks.Badge> badges = new LinkedHashMap<>();
        failed.forEach((place, count) -> badges.put(
                place, new DiagramMarks.Badge(0, count, getTranslation("workflow.process.failed.of", count))));
        Map<String, String> notes = new LinkedHashMap<>();
        details.activities().stream()
                .filter(visit -> visit.type().endsWith("Task") || visit.type().equals("callActivity"))
                .forEach(visit -> notes.put(visit.activityId(), note(visit)));
        return new DiagramMarks(details.active(), details.done(), notes, badges, null);
    }

    private static String note(ActivityTrace visit) {
        return Who.took(visit, took(visit));
    }

    private static String took(ActivityTrace visit) {
        Instant end = visit.endedAt() == null ? Formats.now() : visit.endedAt();
        return Formats.took(Duration.between(visit.startedAt(), end));
    }
}
