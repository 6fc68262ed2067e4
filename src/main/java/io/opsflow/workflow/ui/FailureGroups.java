package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.opsflow.design.Ago;
import io.opsflow.design.Chip;
import io.opsflow.design.Tone;
import io.opsflow.workflow.FailedJobQuery;
import io.opsflow.workflow.FailureGroup;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Failed jobs by what went wrong: how many, when last, and a button to let them all be tried again. */
final class FailureGroups extends Composite<Div> {

    private final FailedJobActions actions;
    private final Consumer<String> chosen;
    private final Runnable changed;
    private @Nullable List<FailureGroup> shown;

    /** Tells the message that somebody chooses, and that something was retried. */
    FailureGroups(FailedJobActions actions, Consumer<String> chosen, Runnable changed) {
        this.actions = actions;
        this.chosen = chosen;
        this.changed = changed;
        getContent().addClassName("process-groups");
    }

    /** Tells whether anything is different now. */
    boolean show(List<FailureGroup> groups, @Nullable String processKey) {
        if (groups.equals(shown)) {
            return false;
        }
        shown = List.copyOf(groups);
        UnorderedList list = new UnorderedList();
        groups.forEach(group -> list.add(line(group, processKey)));
        getContent().removeAll();
        getContent().setVisible(!groups.isEmpty());
        getContent().add(list);
        return true;
    }

    private ListItem line(FailureGroup group, @Nullable String processKey) {
        Chip count =
                Chip.of(getTranslation("monitor.group.jobs", group.jobs()), group.failed() > 0 ? Tone.BAD : Tone.WORK);
        String message = group.message().isBlank() ? getTranslation("monitor.group.silent") : group.message();
        Button open = new Button(message, click -> chosen.accept(group.message()));
        open.addThemeNames("tertiary-inline");
        open.addClassName("process-group-message");
        Span last = new Span(Ago.of(group.lastAt()));
        last.addClassName("ops-dim");
        return new ListItem(
                count, open, last, actions.all(group, new FailedJobQuery(processKey, group.message()), changed));
    }
}
