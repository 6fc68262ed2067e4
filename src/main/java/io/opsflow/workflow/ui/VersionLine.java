package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Ago;
import io.opsflow.design.Chip;
import io.opsflow.design.Tone;
import io.opsflow.workflow.ProcessRelease;

/** One version of a process in a line: where it comes from, since when, and what still follows it. */
final class VersionLine extends Composite<ListItem> {

    private final Span actions = new Span();

    VersionLine(ProcessRelease version) {
        Span number = new Span(getTranslation("workflow.process.version.of", version.version()));
        number.addClassName("ops-strong");
        Span origin = new Span(chip(version), new Span(by(version)));
        origin.addClassName("ops-row");
        if (version.latest()) {
            origin.addComponentAsFirst(Chip.of(getTranslation("workflow.release.latest"), Tone.GOOD));
        }
        Span running = new Span(getTranslation("workflow.process.running.of", version.running()));
        running.addClassName("ops-muted");
        actions.addClassName("release-actions");
        getContent().addClassName("release-version");
        getContent().add(number, origin, running, Ago.of(version.deployedAt()), actions);
    }

    /** Something that can be done with this version. */
    void offer(Component action) {
        actions.add(action);
    }

    private Chip chip(ProcessRelease version) {
        return version.restoredFrom() == null
                ? ProcessWords.chip(version.source())
                : Chip.of(getTranslation("workflow.release.source.restored", version.restoredFrom()), Tone.WORK);
    }

    private String by(ProcessRelease version) {
        String person = version.deployedByName();
        String tool = version.tool();
        if (person == null) {
            return tool == null ? "" : tool;
        }
        return tool == null ? person : getTranslation("workflow.release.by", person, tool);
    }
}
