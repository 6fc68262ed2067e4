package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
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
                        Stream.of(Optional.<Urgency>empty()), Arrays.stream(Urgency.values()).map(Optional::of))
                .toList());
        select.setRenderer(new ComponentRenderer<>(this::entry));
        select.setItemLabelGenerator(this::word);
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

    private Component entry(Optional<Urgency> choice) {
        Span about = new Span(getTranslation("workflow.inbox.urgency"));
        about.addClassName("ops-pill-about");
        Span value = new Span(word(choice));
        value.addClassName(choice.isEmpty() ? "ops-pill-any" : "ops-pill-value");
        return new Span(about, value);
    }

    private String word(Optional<Urgency> choice) {
        return choice.map(InboxLine::word).orElseGet(() -> getTranslation("design.filter.all"));
    }
}
