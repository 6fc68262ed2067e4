package io.opsflow.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.opsflow.design.Banner;
import io.opsflow.design.Formats;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.RunningModels;

/** Warns of versions that work still follows although this program lacks what they name; nothing where all is well. */
class StrandedVersions extends Div {

    StrandedVersions(RunningModels models, Texts texts) {
        setVisible(false);
        if (Actor.may(Permissions.PROCESSES_WATCH)) {
            models.findings().forEach(version -> add(banner(version, texts)));
            setVisible(getComponentCount() > 0);
        }
    }

    private Banner banner(RunningModels.Stranded version, Texts texts) {
        UnorderedList gone = new UnorderedList(version.sentences(texts, Formats.locale()).stream()
                .map(ListItem::new)
                .toArray(ListItem[]::new));
        Span head = new Span(
                getTranslation("monitor.stranded", version.processKey(), version.version(), version.running()));
        return Banner.of(Tone.BAD, new Div(head, gone));
    }
}
