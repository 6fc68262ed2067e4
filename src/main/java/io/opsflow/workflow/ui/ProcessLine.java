package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Key;
import io.opsflow.workflow.ProcessDefinitionSummary;

/** A process in two lines, for narrow screens. */
final class ProcessLine extends Composite<Div> {

    ProcessLine(ProcessDefinitionSummary process) {
        Span name = new Span(process.name());
        name.addClassName("ops-strong");
        Span facts = new Span(
                Key.plain(process.key()), new Span(getTranslation("workflow.process.version.of", process.version())));
        if (process.running() != null) {
            facts.add(
                    new Span(getTranslation("workflow.process.running.of", process.running())),
                    ProcessWords.failed(process));
        }
        facts.addClassName("ops-row");
        getContent().addClassName("ops-narrow-row");
        getContent().add(name, facts);
    }
}
