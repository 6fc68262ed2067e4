package io.opsflow.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opsflow.kernel.InvalidInput;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Camunda Form as the server uses it: shown in the reader's language, and asked whether answers keep to it.
 *
 * <p>The browser checks the same rules for comfort; what counts is this.
 */
final class FormSchema {

    private final String id;
    private final ObjectNode json;
    private final List<FormField> fields;

    FormSchema(String id, ObjectNode json, List<FormField> fields) {
        this.id = id;
        this.json = json;
        this.fields = List.copyOf(fields);
    }

    /**
     * Reads a form that has been deployed. What {@link ModelCheck} would object to today it may have let pass when the
     * form was deployed, and whoever still works with that version must be able to finish.
     *
     * @param json the content of a {@code .form} file
     * @throws BrokenForm it is no form at all
     */
    static FormSchema parse(String json) {
        FormReader reader = new FormReader("form");
        return reader.read(json).orElseThrow(() -> new BrokenForm(reader.findings()));
    }

    /** The form's id, by which a task names it. */
    String id() {
        return id;
    }

    /** The fields in the order of the form, texts without an answer included. */
    List<FormField> fields() {
        return fields;
    }

    /** The field with a key. */
    Optional<FormField> field(String key) {
        return fields.stream()
                .filter(field -> field.isAsked() && field.key().equals(key))
                .findFirst();
    }

    /** The keys of the fields that only show something; what they show are variables of the process. */
    Set<String> readOnlyKeys() {
        return fields.stream()
                .filter(field -> field.isAsked() && field.locked())
                .map(FormField::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Everything that people read at a field, in English, by the name under which its translation is kept. */
    Map<String, String> texts(FormField field) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonNode component : json.path("components")) {
            if (component.path("id").asText().equals(field.id())) {
                for (String name : List.of("label", "description", "text", "dateLabel", "timeLabel")) {
                    texts.put(name, component.path(name).asText(""));
                }
                texts.put("validate.patternErrorMessage", field.limits().patternText());
                for (String name : List.of("prefixAdorner", "suffixAdorner")) {
                    texts.put(
                            "appearance." + name,
                            component.path("appearance").path(name).asText(""));
                }
                field.options().forEach(option -> texts.put("option." + option.value(), option.label()));
            }
        }
        return texts;
    }

    /** What the form is filled with, as JSON; moments stand there as the acting person's date and time. */
    String data(Map<String, ?> values, People people) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        values.forEach((key, value) -> {
            if (value instanceof Boolean flag) {
                boolean ticked = field(key)
                        .filter(field -> field.type() == FormField.Type.CHECKBOX)
                        .isPresent();
                if (ticked) {
                    data.put(key, flag);
                } else {
                    data.put(key, flag.toString()); // a choice between true and false compares texts
                }
            } else if (value instanceof Number number) {
                data.put(key, new BigDecimal(number.toString()));
            } else if (value instanceof Collection<?> list) {
                ArrayNode items = data.putArray(key);
                list.forEach(item -> items.add(String.valueOf(item)));
            } else if (value instanceof Date date) {
                data.put(
                        key,
                        LocalDateTime.ofInstant(date.toInstant(), people.zone()).toString());
            } else if (value != null) {
                data.put(key, value.toString());
            }
        });
        return data.toString();
    }

    /** The form for a reader of a language: texts chosen, people filled in, translations taken out. */
    String localized(Locale locale, People people) {
        ObjectNode copy = json.deepCopy();
        boolean chinese = Translations.chinese(locale);
        for (JsonNode node : copy.path("components")) {
            if (node instanceof ObjectNode component) {
                if (chinese) {
                    translate(component);
                }
                takeTranslationsOut(component);
                if (component.path("subtype").asText().equals("datetime")) {
                    // A browser's zone is not its reader's: what is shown and sent is the reader's date and time.
                    component.put("timeSerializingFormat", "no_timezone");
                }
            }
        }
        for (FormField field : fields) {
            field.people().ifPresent(role -> fill(copy, field, people.withRole(role), chinese));
        }
        return copy.toString();
    }

    /**
     * The answers to a form that shows nothing but its fields.
     *
     * @see #checked(Map, Map, People, Locale)
     */
    Map<String, Object> checked(Map<String, Object> submitted, People people, Locale locale) {
        return checked(submitted, Map.of(), people, locale);
    }

    /**
     * The answers, typed: {@link Boolean} for a choice between true and false, {@link Long} or {@link
     * java.math.BigDecimal} for a number, {@link java.time.Instant} for a date with its time, a list of texts for a
     * choice of several, else text. Fields left empty are
     * absent, and so are read-only fields.
     *
     * @param submitted what was sent, by key
     * @param shown     what the form was filled with; a read-only field that is sent must be the same
     * @param people    who can be chosen where a form offers people
     * @param locale    the language of the fields' names in errors
     * @throws InvalidInput some answers do not keep to the form; says everything that is wrong at once
     */
    Map<String, Object> checked(
            Map<String, Object> submitted, Map<String, Object> shown, People people, Locale locale) {
        return new AnswerCheck(this, people, locale).checked(submitted, shown);
    }

    private static void translate(ObjectNode component) {
        component.path("properties").properties().forEach(entry -> {
            if (entry.getKey().endsWith(Translations.CHINESE)) {
                String path = entry.getKey().substring(0, entry.getKey().length() - Translations.CHINESE.length());
                put(component, path, entry.getValue().asText());
            }
        });
    }

    private static void put(ObjectNode component, String path, String text) {
        if (path.startsWith("option.")) {
            String value = path.substring("option.".length());
            for (JsonNode option : component.path("values")) {
                if (option instanceof ObjectNode object
                        && option.path("value").asText().equals(value)) {
                    object.put("label", text);
                }
            }
            return;
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            component.put(path, text);
        } else if (component.path(path.substring(0, dot)) instanceof ObjectNode nested) {
            nested.put(path.substring(dot + 1), text);
        }
    }

    private static void takeTranslationsOut(ObjectNode component) {
        if (component.path("properties") instanceof ObjectNode properties) {
            List<String> translations = properties.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(key -> key.endsWith(Translations.CHINESE))
                    .toList();
            properties.remove(translations);
        }
    }

    private static void fill(ObjectNode form, FormField field, List<Person> people, boolean chinese) {
        for (JsonNode node : form.path("components")) {
            if (node instanceof ObjectNode component
                    && component.path("id").asText().equals(field.id())) {
                ArrayNode values = component.putArray("values");
                for (Person person : people) {
                    values.addObject()
                            .put(
                                    "label",
                                    person.name() + (chinese ? "（" : " (") + person.username() + (chinese ? "）" : ")"))
                            .put("value", person.username());
                }
            }
        }
    }
}
