package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Ago;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import io.opsflow.design.Key;
import io.opsflow.design.KeyValues;
import io.opsflow.design.Sentence;
import io.opsflow.design.Timeline;
import io.opsflow.workflow.InstanceDetails;
import io.opsflow.workflow.InstanceIncident;
import io.opsflow.workflow.InstanceIntervention;
import io.opsflow.workflow.InstanceLink;
import io.opsflow.workflow.InstanceVariable;
import java.util.Set;

/** What else is known of an instance: facts, variables, what failed, and what people did to it from outside. */
final class InstanceFacts extends Composite<Div> {

    private static final Set<String> KNOWN = Set.of(
            "SetJobRetries",
            "Suspend",
            "Activate",
            "Delete",
            "ModifyProcessInstance",
            "Migrate",
            "SetVariable",
            "SetVariables",
            "ModifyVariable");

    private final FailedJobActions actions;
    private final Runnable changed;

    InstanceFacts(FailedJobActions actions, Runnable changed) {
        this.actions = actions;
        this.changed = changed;
        getContent().addClassName("ops-stack");
    }

    void show(InstanceDetails details) {
        getContent().removeAll();
        if (!details.incidents().isEmpty() || !details.interventions().isEmpty()) {
            getContent().add(new Card(getTranslation("monitor.happened"), happened(details)));
        }
        getContent().add(new Card(getTranslation("monitor.facts"), facts(details)));
        KeyValues variables = new KeyValues();
        details.variables().forEach(variable -> variables.fact(variable.name(), value(variable)));
        getContent()
                .add(new Card(
                        getTranslation("monitor.variables"),
                        details.variables().isEmpty() ? dim("monitor.variables.none") : variables));
    }

    private Component facts(InstanceDetails details) {
        KeyValues facts = new KeyValues()
                .fact(getTranslation("monitor.id"), Key.of(details.instance().id()))
                .fact(getTranslation("monitor.started.by"), details.startedBy())
                .fact(
                        getTranslation("monitor.started"),
                        Formats.dateTime(details.instance().startedAt()));
        if (details.instance().endedAt() != null) {
            facts.fact(
                    getTranslation("monitor.ended"),
                    Formats.dateTime(details.instance().endedAt()));
        }
        if (details.parent() != null) {
            facts.fact(getTranslation("monitor.parent"), link(details.parent()));
        }
        details.children().forEach(child -> facts.fact(getTranslation("monitor.child"), link(child)));
        return facts;
    }

    private static Component link(InstanceLink instance) {
        Span line = new Span(
                new Anchor(InboxRoutes.instance(instance.id()), instance.name()), ProcessWords.chip(instance.state()));
        line.addClassName("ops-row");
        return line;
    }

    private Component value(InstanceVariable variable) {
        if (variable.value() == null) {
            return dim("monitor.variable.opaque", variable.type());
        }
        Span value = new Span(variable.value());
        value.addClassNames("ops-mono", "process-value");
        return value;
    }

    private Timeline happened(InstanceDetails details) {
        Timeline timeline = new Timeline();
        details.incidents()
                .forEach(incident -> timeline.happened(
                        incident.resolvedAt() == null ? "alert" : "circle-check",
                        incident(incident),
                        incident.message()));
        details.interventions().forEach(each -> timeline.happened("user", intervention(each), each.reason()));
        return timeline;
    }

    private Component incident(InstanceIncident incident) {
        Span line = new Span(
                Sentence.of(
                        incident.resolvedAt() == null ? "monitor.incident.open" : "monitor.incident.resolved",
                        incident.activityName()),
                new Span(" · "),
                Ago.of(incident.openedAt()));
        if (incident.jobId() != null) {
            line.add(actions.of(incident.jobId(), incident, changed));
        }
        return line;
    }

    private static Component intervention(InstanceIntervention intervention) {
        String operation = KNOWN.contains(intervention.operation()) ? intervention.operation() : "other";
        return new Span(
                Sentence.of("monitor.intervention." + operation, intervention.name()),
                new Span(" · "),
                Ago.of(intervention.at()));
    }

    private Span dim(String key, Object... args) {
        Span text = new Span(getTranslation(key, args));
        text.addClassName("ops-dim");
        return text;
    }
}
