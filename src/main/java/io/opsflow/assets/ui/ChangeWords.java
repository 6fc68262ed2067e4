package io.opsflow.assets.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.assets.AssetKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a change log calls fields and their values. */
final class ChangeWords {

    private static final Set<String> FLAGS = Set.of("true", "false");

    private ChangeWords() {}

    /** A field; those of an administrator's own are called what they are. */
    static String label(String field) {
        return field.startsWith("custom.") ? field.substring("custom.".length()) : AssetWords.label(field);
    }

    /** A value as people say it. */
    static String value(AssetKind kind, String field, @Nullable Object value, @Nullable String name) {
        if (value == null) {
            return "—";
        }
        if (name != null) {
            return name;
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "—" : list.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty()
                    ? "—"
                    : map.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + entry.getValue())
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        return word(kind, field, value.toString());
    }

    private static String word(AssetKind kind, String field, String value) {
        if (field.equals("status")) {
            String words = kind == AssetKind.SERVER ? "assets.server-status." : "assets.place-status.";
            return I18NProvider.translate(words + value);
        }
        if (field.equals("face")) {
            return I18NProvider.translate("assets.face." + value);
        }
        return FLAGS.contains(value) ? I18NProvider.translate("assets.flag." + value) : value;
    }
}
