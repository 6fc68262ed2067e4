package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.opsflow.workflow.Urgency;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Narrows the inbox to one urgency; closed and not set, it says only what it is about. */
final class UrgencyPill extends Composite<Select<Optional<Urgency>>> {

    UrgencyPill() {
        Select<Optional<Urgency>> select = getContent();
        select.setItems(Stream.concat(
                        Stream.of(Optional.<Urgency>empty()),
                        Arrays.stream(Urgency.values()).map(Optional::of))
                .toList());
        select.setItemLabelGenerator(this::closed);
        select.setRenderer(new ComponentRenderer<>(choice -> new Span(word(choice))));
        select.setValue(Optional.empty());
        select.setAriaLabel(getTranslation("workflow.inbox.urgency"));
        select.addThemeNames("pill");
    }

    void onChoice(Consumer<@Nullable Urgency> then) {
        getContent().addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                then.accept(changed.getValue().orElse(null));
            }
        });
    }

    void show(@Nullable Urgency urgency) {
        getContent().setValue(Optional.ofNullable(urgency));
        getContent().setClassName("set", urgency != null);
    }

    private String closed(Optional<Urgency> choice) {
        String about = getTranslation("workflow.inbox.urgency");
        return choice.isEmpty() ? about : getTranslation("design.filter.set", about, word(choice));
    }

    private String word(Optional<Urgency> choice) {
        return choice.map(InboxLine::word).orElseGet(() -> getTranslation("design.filter.all"));
    }
}
