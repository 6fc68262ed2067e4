package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which texts of a form have no Chinese beside the English. */
final class FormTranslations {

    private static final Pattern HAS_WORDS = Pattern.compile("\\p{L}");

    private FormTranslations() {}

    static List<Finding> missing(String file, FormSchema form) {
        List<Finding> findings = new ArrayList<>();
        for (FormField field : form.fields()) {
            String at = field.key().isEmpty() ? field.id() : field.key();
            if (field.isAsked() && field.label().isBlank()) {
                findings.add(Finding.of(file, at, "field-without-label"));
            }
            for (Map.Entry<String, String> text : form.texts(field).entrySet()) {
                String translation = text.getKey() + Translations.CHINESE;
                if (HAS_WORDS.matcher(text.getValue()).find()
                        && field.properties().getOrDefault(translation, "").isBlank()) {
                    findings.add(Finding.of(file, at, "not-translated", text.getKey(), translation));
                }
            }
        }
        return findings;
    }
}
