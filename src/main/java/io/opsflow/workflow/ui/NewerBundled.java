package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.opsflow.design.Banner;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.Key;
import io.opsflow.design.Tone;
import io.opsflow.workflow.BundledNewer;
import io.opsflow.workflow.ModelChange;
import java.util.List;

/** Says that the product has brought a newer version than the one that an owner has deployed, and what it changes. */
final class NewerBundled extends Composite<Div> {

    private final Div answers = new Div();

    NewerBundled(BundledNewer newer) {
        getContent().addClassName("release-newer");
        getContent()
                .add(Banner.of(
                        newer.isAnswered() ? Tone.CALM : Tone.WAIT,
                        newer.isAnswered()
                                ? getTranslation(
                                        "workflow.release.newer.kept",
                                        newer.keptByName(),
                                        Formats.dateTime(newer.keptAt()),
                                        newer.live())
                                : getTranslation("workflow.release.newer", newer.live())));
        getContent().add(changes(newer.changes()));
        if (!newer.difference().isEmpty()) {
            Details lines =
                    new Details(getTranslation("workflow.release.difference"), new DiffText(newer.difference()));
            lines.addClassName("release-difference");
            getContent().add(lines);
        }
        answers.addClassName("ops-row");
        getContent().add(answers);
    }

    /** One of the owner's answers. */
    void offer(Component answer) {
        answers.add(answer);
    }

    private Component changes(List<ModelChange> changes) {
        if (changes.isEmpty()) {
            return new Span(getTranslation("workflow.release.same"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("release-changes");
        changes.forEach(change -> {
            ListItem item = new ListItem(kind(change.kind()), new Span(change.name()));
            if (!change.element().isEmpty() && !change.element().equals(change.name())) {
                item.add(Key.plain(change.element()));
            }
            list.add(item);
        });
        return list;
    }

    private Chip kind(ModelChange.Kind kind) {
        return switch (kind) {
            case ADDED -> Chip.of(getTranslation("workflow.release.change.added"), Tone.GOOD);
            case REMOVED -> Chip.of(getTranslation("workflow.release.change.removed"), Tone.BAD);
            case CHANGED -> Chip.of(getTranslation("workflow.release.change.changed"), Tone.WAIT);
            case REDRAWN -> Chip.of(getTranslation("workflow.release.change.redrawn"));
        };
    }
}
