package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.accounts.PermissionDetails;
import io.opsflow.design.Card;
import io.opsflow.design.Key;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every permission with its sentence, by module, to be ticked. */
final class PermissionPicker extends Composite<Div> {

    private final Map<String, Checkbox> boxes = new LinkedHashMap<>();
    private Runnable changed = () -> {};

    PermissionPicker(List<PermissionDetails> permissions) {
        getContent().addClassName("ops-stack");
        permissions.stream()
                .collect(Collectors.groupingBy(
                        PermissionDetails::module, LinkedHashMap::new, Collectors.<PermissionDetails>toList()))
                .forEach((module, ofModule) -> {
                    Div lines = new Div();
                    lines.addClassName("ops-stack");
                    ofModule.forEach(permission -> lines.add(box(permission)));
                    getContent().add(new Card(getTranslation("roles.module." + module), lines));
                });
    }

    private Checkbox box(PermissionDetails permission) {
        Div label = new Div(new Span(permission.description()), new Span(" "), Key.plain(permission.name()));
        Checkbox box = new Checkbox();
        box.setLabelComponent(label);
        box.addValueChangeListener(change -> changed.run());
        boxes.put(permission.name(), box);
        return box;
    }

    /** Ticks these; those that cannot be taken away stay ticked. */
    void show(Collection<String> ticked, Set<String> fixed) {
        boxes.forEach((name, box) -> {
            box.setValue(ticked.contains(name));
            box.setReadOnly(fixed.contains(name));
        });
    }

    /** Somebody ticked something, or took a tick away. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** What is ticked. */
    Set<String> ticked() {
        return boxes.entrySet().stream()
                .filter(box -> box.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many there are, in words of the reader. */
    String count() {
        return getTranslation("roles.count", ticked().size(), boxes.size());
    }
}
