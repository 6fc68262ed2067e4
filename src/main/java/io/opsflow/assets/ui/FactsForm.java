package io.opsflow.assets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.assets.CustomField;
import io.opsflow.assets.CustomFieldFacts;
import io.opsflow.assets.FactFields;
import io.opsflow.design.Formats;
import io.opsflow.design.ListPage.Option;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fields of the API as people fill them in, each with its own error. The server alone says what is wrong. */
final class FactsForm extends Composite<Div> {

    private final Texts texts;
    private static final String OWN = "custom.";

    private final Map<String, Input> inputs = new LinkedHashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    /** Own flags whose "no" is said, and not only left out. */
    private final Set<String> said = new HashSet<>();

    FactsForm(Texts texts) {
        this.texts = texts;
        getContent().addClassName("asset-form");
    }

    /** One field: what it holds, and how that is shown. */
    private record Input(
            Component component,
            Supplier<@Nullable Object> value,
            Consumer<@Nullable Object> show,
            HasValidation check) {}

    FactsForm text(String... names) {
        for (String name : names) {
            TextField field = new TextField(label(name));
            add(name, field, () -> blankToNull(field.getValue()), value -> field.setValue(words(value)), field);
        }
        return this;
    }

    private String label(String name) {
        String own = labels.get(name);
        return own == null ? AssetWords.label(name) : own;
    }

    /** What people read beside a field that comes next, where it is not what its name stands for elsewhere. */
    FactsForm called(String name, String label) {
        labels.put(name, label);
        return this;
    }

    /** Yes or no. */
    FactsForm flag(String name) {
        Checkbox field = new Checkbox(label(name));
        add(
                name,
                field,
                () -> {
                    boolean unsaid = name.startsWith(OWN) && !said.contains(name) && !field.getValue();
                    return unsaid ? null : field.getValue();
                },
                value -> {
                    if (value != null) {
                        said.add(name);
                    }
                    field.setValue(Boolean.TRUE.equals(value));
                },
                field);
        return this;
    }

    /** Several texts, one a line. */
    FactsForm lines(String name) {
        TextArea field = new TextArea(label(name));
        field.addClassName("wide");
        add(
                name,
                field,
                () -> field.getValue()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                value -> field.setValue(
                        value instanceof List<?> list
                                ? list.stream().map(Object::toString).collect(Collectors.joining("\n"))
                                : ""),
                field);
        return this;
    }

    /** The fields that administrators have given to servers. */
    FactsForm own(List<CustomField> fields) {
        for (CustomField field : fields) {
            CustomFieldFacts facts = field.facts();
            String name = OWN + facts.name();
            labels.put(name, facts.label());
            switch (facts.kind()) {
                case TEXT -> text(name);
                case NUMBER -> number(name);
                case DATE -> day(name);
                case FLAG -> {
                    if (facts.required()) {
                        said.add(name);
                    }
                    flag(name);
                }
                case CHOICE ->
                    choice(
                            name,
                            Stream.concat(Stream.of(""), facts.choices().stream())
                                    .map(choice -> new Option(choice, choice))
                                    .toList());
            }
        }
        return this;
    }

    FactsForm area(String name) {
        TextArea field = new TextArea(label(name));
        field.addClassName("wide");
        add(name, field, () -> blankToNull(field.getValue()), value -> field.setValue(words(value)), field);
        return this;
    }

    /** Several texts, with commas between. */
    FactsForm list(String name) {
        TextField field = new TextField(label(name));
        field.addClassName("wide");
        add(
                name,
                field,
                () -> FactFields.words(field.getValue()),
                value -> field.setValue(
                        value instanceof List<?> list
                                ? String.join(
                                        ", ",
                                        list.stream().map(Object::toString).toList())
                                : ""),
                field);
        return this;
    }

    /** A number is sent as it was typed if it is none: then the server says so. */
    FactsForm number(String... names) {
        for (String name : names) {
            TextField field = new TextField(label(name));
            field.getElement().setAttribute("inputmode", "decimal");
            add(name, field, () -> number(field.getValue().strip()), value -> field.setValue(words(value)), field);
        }
        return this;
    }

    FactsForm day(String... names) {
        for (String name : names) {
            DatePicker field = new DatePicker(label(name));
            field.setLocale(Formats.locale());
            field.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
            field.setClearButtonVisible(true);
            add(
                    name,
                    field,
                    () -> field.getValue() == null ? null : field.getValue().toString(),
                    value -> field.setValue(value == null ? null : LocalDate.parse(value.toString())),
                    field);
        }
        return this;
    }

    FactsForm choice(String name, List<Option> options) {
        Select<Option> field = new Select<>();
        field.setLabel(label(name));
        field.setItems(options);
        field.setItemLabelGenerator(option -> option == null ? "" : option.label());
        add(
                name,
                field,
                () -> field.getValue() == null ? null : field.getValue().value(),
                value -> options.stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .ifPresent(field::setValue),
                field);
        return this;
    }

    /** One of many, found by typing; the value is a number. */
    FactsForm reference(String name, Function<String, List<Option>> find, Function<Long, Option> byId) {
        ComboBox<Option> field = new ComboBox<>(label(name));
        field.setItemLabelGenerator(Option::label);
        field.setClearButtonVisible(true);
        field.setItemsWithFilterConverter(
                query -> {
                    List<Option> found = find.apply(query.getFilter().orElse(""));
                    return found.stream().skip(query.getOffset()).limit(query.getLimit());
                },
                text -> text);
        add(
                name,
                field,
                () -> field.getValue() == null
                        ? null
                        : Long.valueOf(field.getValue().value()),
                value -> field.setValue(value == null ? null : byId.apply(((Number) value).longValue())),
                field);
        return this;
    }

    private <C extends Component & HasValidation> void add(
            String name, Component field, Supplier<@Nullable Object> value, Consumer<@Nullable Object> show, C check) {
        check.setManualValidation(true);
        inputs.put(name, new Input(field, value, show, check));
        getContent().add(field);
    }

    void show(Map<String, ? extends @Nullable Object> fields) {
        Map<?, ?> own = fields.get("custom") instanceof Map<?, ?> map ? map : Map.of();
        inputs.forEach((name, input) ->
                input.show().accept(name.startsWith(OWN) ? own.get(name.substring(OWN.length())) : fields.get(name)));
    }

    /** What the fields hold, by name. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        inputs.forEach((name, input) -> {
            input.check().setInvalid(false);
            values.put(name, input.value().get());
        });
        return gathered(values);
    }

    /** Own fields are one field of the API. */
    private static Map<String, @Nullable Object> gathered(Map<String, @Nullable Object> values) {
        Map<String, Object> own = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(OWN) && value != null && !value.equals("")) {
                own.put(name.substring(OWN.length()), value);
            }
        });
        if (values.keySet().removeIf(name -> name.startsWith(OWN))) {
            values.put("custom", own);
        }
        return values;
    }

    /** What somebody has changed since it was shown. */
    Map<String, @Nullable Object> changes(Map<String, ? extends @Nullable Object> shown) {
        Map<String, @Nullable Object> changes = values();
        changes.entrySet().removeIf(field -> same(field.getValue(), shown.get(field.getKey())));
        return changes;
    }

    private static boolean same(@Nullable Object now, @Nullable Object before) {
        return Objects.equals(String.valueOf(now), String.valueOf(before));
    }

    /** Every refused field says why; the first one gets the focus. */
    void refuse(List<FieldError> errors) {
        for (FieldError error : errors) {
            Input input = inputs.getOrDefault(
                    error.field(), inputs.values().iterator().next());
            input.check().setInvalid(true);
            input.check().setErrorMessage(texts.of(Formats.locale(), error));
        }
        inputs.values().stream()
                .filter(input -> input.check().isInvalid())
                .findFirst()
                .ifPresent(input -> input.component().getElement().callJsFunction("focus"));
    }

    private static String words(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable Object blankToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static @Nullable Object number(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("-?\\d{1,9}")) {
            return Integer.valueOf(text);
        }
        return text.matches("-?\\d{1,15}\\.\\d{1,6}") ? new BigDecimal(text) : text;
    }
}
