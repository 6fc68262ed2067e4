package io.opsflow.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads a Camunda Form and says everything that OpsFlow cannot show or check in it. */
final class FormReader {

    /** The newest schema that the engine's own Tasklist renders as well. */
    static final int NEWEST_SCHEMA = 16;

    /** The longest text that is accepted where a form sets no limit: what a variable of the engine can hold. */
    static final int LONGEST_ANSWER = 4_000;

    /** The longest text that a form may allow. */
    static final int LONGEST_TEXT = 20_000;

    private static final int LARGEST_FILE = 256 * 1024;
    private static final int DEEPEST = 20;
    private static final int MOST_COMPONENTS = 200;
    private static final int MOST_OPTIONS = 500;

    /** What a component may say; everything else is either a program (FEEL) or not checked by the server. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "key",
            "type",
            "label",
            "description",
            "text",
            "values",
            "validate",
            "layout",
            "properties",
            "appearance",
            "defaultValue",
            "disabled",
            "readonly",
            "subtype",
            "dateLabel",
            "timeLabel",
            "timeInterval",
            "timeSerializingFormat",
            "use24h",
            "decimalDigits",
            "increment",
            "serializeToString",
            "searchable");

    private static final Set<String> VALIDATIONS = Set.of(
            "required", "minLength", "maxLength", "pattern", "patternErrorMessage", "min", "max", "validationType");

    private static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxDocumentLength(LARGEST_FILE)
                            .maxNumberLength(50)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    FormReader(String file) {
        this.file = file;
    }

    /** What was found so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The form, as far as it can be read; empty when it is no form at all. */
    Optional<FormSchema> read(String text) {
        if (text.length() > LARGEST_FILE) {
            found("", "form-too-large", LARGEST_FILE / 1024);
            return Optional.empty();
        }
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            found("", "form-not-json", line);
            return Optional.empty();
        }
        if (!(root instanceof ObjectNode form) || !form.path("components").isArray()) {
            found("", "form-not-a-form");
            return Optional.empty();
        }
        return Optional.of(form(form));
    }

    private FormSchema form(ObjectNode form) {
        String id = form.path("id").asText("");
        if (id.isBlank()) {
            found("", "form-without-id");
        }
        if (form.path("schemaVersion").asInt(1) > NEWEST_SCHEMA) {
            found("", "form-version", form.path("schemaVersion").asInt(), NEWEST_SCHEMA);
        }
        List<FormField> fields = new ArrayList<>();
        if (form.path("components").size() > MOST_COMPONENTS) {
            found("", "form-too-many-fields", MOST_COMPONENTS);
            return new FormSchema(id, form, fields);
        }
        for (JsonNode component : form.path("components")) {
            field(component).ifPresent(fields::add);
        }
        for (FormField field : fields) {
            requiredWhen(field, fields);
        }
        return new FormSchema(id, form, fields);
    }

    private Optional<FormField> field(JsonNode component) {
        String id = component.path("id").asText("");
        String key = component.path("key").asText("");
        String at = key.isEmpty() ? id : key;
        Optional<FormField.Type> known =
                FormField.Type.of(component.path("type").asText(""));
        if (known.isEmpty()) {
            found(at, "field-type", component.path("type").asText(""));
            return Optional.empty();
        }
        FormField.Type type = known.get();
        if (id.isBlank() || !ids.add(id)) {
            found(at, "field-id");
        }
        if (type != FormField.Type.TEXT) {
            if (!key.matches("[a-zA-Z][a-zA-Z0-9_]{0,63}")) {
                found(at, "field-key", key);
            } else if (!keys.add(key)) {
                found(at, "field-twice", key);
            }
        }
        component.fieldNames().forEachRemaining(name -> {
            if (!ATTRIBUTES.contains(name)) {
                found(at, "field-attribute", name);
            }
        });
        component.path("validate").fieldNames().forEachRemaining(name -> {
            if (!VALIDATIONS.contains(name)) {
                found(at, "field-attribute", "validate." + name);
            }
        });
        refusePrograms(at, "", component);
        return Optional.of(new FormField(
                id,
                type == FormField.Type.TEXT ? "" : key,
                type,
                subtype(at, type, component),
                component
                        .path("label")
                        .asText(component
                                .path("dateLabel")
                                .asText(component.path("timeLabel").asText(""))),
                properties(component),
                options(at, type, component),
                component.path("validate").path("required").asBoolean(false),
                component.path("disabled").asBoolean(false)
                        || component.path("readonly").asBoolean(false),
                limits(at, component)));
    }

    private String subtype(String at, FormField.Type type, JsonNode component) {
        if (type != FormField.Type.DATETIME) {
            return "";
        }
        String subtype = component.path("subtype").asText("");
        if (!Set.of("date", "time", "datetime").contains(subtype)) {
            found(at, "field-subtype", subtype);
        }
        return subtype;
    }

    private static Map<String, String> properties(JsonNode component) {
        Map<String, String> properties = new LinkedHashMap<>();
        component
                .path("properties")
                .properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asText()));
        return properties;
    }

    private List<FormField.Option> options(String at, FormField.Type type, JsonNode component) {
        List<FormField.Option> options = new ArrayList<>();
        if (!type.hasOptions()) {
            return options;
        }
        Set<String> values = new HashSet<>();
        for (JsonNode value : component.path("values")) {
            String sent = value.path("value").asText("");
            if (sent.isEmpty() || !values.add(sent)) {
                found(at, "field-option", sent);
            }
            options.add(new FormField.Option(sent, value.path("label").asText(sent)));
        }
        boolean people = component.path("properties").has("people");
        if (options.isEmpty() != people || options.size() > MOST_OPTIONS) {
            found(at, "field-options", MOST_OPTIONS);
        }
        return options;
    }

    private FormField.Limits limits(String at, JsonNode component) {
        JsonNode validate = component.path("validate");
        String expression = validate.path("pattern").asText("");
        String format = validate.path("validationType").asText("");
        if (!Set.of("", "custom", "email", "phone").contains(format)) {
            found(at, "field-attribute", "validate.validationType: " + format);
        }
        BigDecimal minLength = number(at, validate, "minLength");
        BigDecimal maxLength = number(at, validate, "maxLength");
        BigDecimal decimals = number(at, component, "decimalDigits");
        if (maxLength != null && maxLength.compareTo(BigDecimal.valueOf(LONGEST_TEXT)) > 0) {
            found(at, "field-too-long", LONGEST_TEXT);
        }
        return new FormField.Limits(
                minLength == null ? 0 : minLength.intValue(),
                maxLength == null ? LONGEST_ANSWER : Math.min(maxLength.intValue(), LONGEST_TEXT),
                format.equals("custom") ? "" : format,
                expression.isEmpty() || !(format.isEmpty() || format.equals("custom")) ? null : pattern(at, expression),
                validate.path("patternErrorMessage").asText(""),
                number(at, validate, "min"),
                number(at, validate, "max"),
                decimals == null ? null : decimals.intValue(),
                component.path("serializeToString").asBoolean(false));
    }

    private @Nullable BoundedPattern pattern(String at, String expression) {
        try {
            return BoundedPattern.of(expression);
        } catch (PatternSyntaxException broken) {
            found(at, "field-pattern", expression);
            return null;
        }
    }

    /** Modeler writes numbers as numbers or, from some inputs, as text. */
    private @Nullable BigDecimal number(String at, JsonNode parent, String name) {
        String text = parent.path(name).asText("");
        if (text.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> number = Numbers.of(text);
        if (number.isEmpty()) {
            found(at, "field-number", name, text);
        }
        return number.orElse(null);
    }

    private void requiredWhen(FormField field, List<FormField> fields) {
        String text = field.properties().get("requiredWhen");
        if (text == null) {
            return;
        }
        boolean understood = FormField.When.of(text)
                .filter(when -> fields.stream().anyMatch(other -> other.key().equals(when.field())))
                .isPresent();
        if (!understood) {
            found(field.key(), "field-required-when", text);
        }
    }

    /** A text that begins with an equals sign or has double braces is FEEL, which nobody evaluates here. */
    private void refusePrograms(String at, String name, JsonNode node) {
        if (node.isTextual()) {
            String text = node.asText();
            if (text.startsWith("=") || text.contains("{{") || text.startsWith("@")) {
                found(at, "field-program", name, text);
            }
            return;
        }
        node.properties().forEach(entry -> {
            if (!entry.getKey().equals("pattern")) {
                refusePrograms(at, name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(element -> refusePrograms(at, name, element));
        }
    }

    private void found(String element, String code, Object... args) {
        findings.add(Finding.of(file, element, code, args));
    }
}
