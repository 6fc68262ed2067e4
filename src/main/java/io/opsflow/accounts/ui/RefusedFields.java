package io.opsflow.accounts.ui;

import com.vaadin.flow.component.HasValidation;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Shows refused fields where they were filled in; what has no place of its own is said in a notice. */
final class RefusedFields {

    private final Texts texts;
    private final Map<String, HasValidation> fields;

    /** @param fields by their names in the API */
    RefusedFields(Texts texts, Map<String, HasValidation> fields) {
        this.texts = texts;
        this.fields = fields;
    }

    void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    void show(List<FieldError> errors) {
        Map<String, String> sentences = errors.stream()
                .collect(Collectors.groupingBy(
                        FieldError::field,
                        Collectors.mapping(error -> texts.of(Formats.locale(), error), Collectors.joining(" "))));
        sentences.forEach((name, sentence) -> {
            HasValidation field = fields.get(name);
            if (field == null) {
                Notice.failed(sentence);
            } else {
                field.setErrorMessage(Objects.requireNonNull(sentence));
                field.setInvalid(true);
            }
        });
    }
}
