package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.beans.Introspector;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What Camunda Modeler offers when it opens the folder: one template for each step, and one for a task of each module. They
 * are made from the steps and states themselves; the wanted ones are left in {@code target/element-templates}.
 */
class ElementTemplatesTest {

    private static final Path COMMITTED = Path.of(".camunda/element-templates");
    private static final Path WANTED = Path.of("target/element-templates");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Properties english = texts("en");
    private final Properties chinese = texts("zh_CN");

    @Test
    void the_templates_are_those_of_the_steps_and_states_that_there_are() throws IOException {
        Map<String, String> wanted = new TreeMap<>();
        for (Class<?> step : ProductWords.steps()) {
            String bean = Introspector.decapitalize(step.getSimpleName());
            wanted.put(
                    "step-" + dashed(bean) + ".json",
                    json(step(bean, ProductWords.module(step), RemoteStep.class.isAssignableFrom(step))));
        }
        Map<String, Set<String>> statuses = new TreeMap<>();
        for (ProcessSubject subject : ProductWords.subjects()) {
            statuses.computeIfAbsent(ProductWords.module(subject.getClass()), module -> new TreeSet<>())
                    .addAll(subject.statuses());
        }
        for (Map.Entry<String, Set<String>> module : statuses.entrySet()) {
            wanted.put("task-" + module.getKey() + ".json", json(task(module.getKey(), module.getValue())));
        }
        Files.createDirectories(WANTED);
        for (Map.Entry<String, String> template : wanted.entrySet()) {
            Files.writeString(WANTED.resolve(template.getKey()), template.getValue());
        }

        assertThat(committed()).as("copy them from " + WANTED).isEqualTo(wanted);
    }

    private Map<String, Object> step(String bean, String module, boolean remote) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("${" + bean + "}", "camunda:delegateExpression"));
        properties.add(text(both("template.name"), english.getProperty("step." + bean), of("property", "name")));
        properties.add(text(
                both("template.name-zh"),
                chinese.getProperty("step." + bean),
                of("camunda:property", "name" + Translations.CHINESE)));
        if (remote) {
            properties.add(hidden("true", "camunda:asyncBefore"));
        }
        String description = both("step." + bean + ".description") + " " + both("template.id", bean)
                + (remote ? " " + both("template.remote") : "");
        return template("step." + bean, both("step." + bean), description, module, "bpmn:ServiceTask", properties);
    }

    private Map<String, Object> task(String module, Collection<String> statuses) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(
                choice(both("template.status"), statuses, module + ".status.", of("camunda:property", "status")));
        Map<String, Object> action = text(both("template.action"), "", of("camunda:property", "action"));
        action.put("description", both("template.action.description"));
        action.put("constraints", Map.of("notEmpty", true));
        properties.add(action);
        Map<String, Object> form = text(both("template.form"), "", of("property", "camunda:formRef"));
        form.put("description", both("template.form.description"));
        form.put("constraints", Map.of("notEmpty", true));
        properties.add(form);
        properties.add(hidden("deployment", "camunda:formRefBinding"));
        properties.add(choice(
                both("template.role"),
                ProductWords.roles(),
                "accounts.role.",
                of("property", "camunda:candidateGroups")));
        properties.add(text(both("template.name-zh"), "", of("camunda:property", "name" + Translations.CHINESE)));
        return template(
                "task." + module,
                english("template.task", english("template.module." + module)) + " "
                        + chinese("template.task", chinese("template.module." + module)),
                both("template.task.description"),
                module,
                "bpmn:UserTask",
                properties);
    }

    private Map<String, Object> template(
            String id,
            String name,
            String description,
            String module,
            String element,
            List<Map<String, Object>> properties) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json");
        template.put("id", Vocabulary.PRODUCT + "." + id);
        template.put("name", name);
        template.put("description", description);
        template.put("version", 1);
        template.put("category", ordered("id", module, "name", both("template.module." + module)));
        template.put("appliesTo", List.of("bpmn:Task", element));
        template.put("elementType", Map.of("value", element));
        template.put("entriesVisible", true);
        template.put("properties", properties);
        return template;
    }

    private static Map<String, Object> hidden(String value, String attribute) {
        return ordered("type", "Hidden", "value", value, "binding", of("property", attribute));
    }

    private static Map<String, Object> text(String label, String value, Map<String, Object> binding) {
        Map<String, Object> property = ordered("label", label, "type", "String", "editable", true);
        if (!value.isEmpty()) {
            property.put("value", value);
        }
        property.put("binding", binding);
        return property;
    }

    private Map<String, Object> choice(
            String label, Collection<String> values, String texts, Map<String, Object> binding) {
        return ordered(
                "label",
                label,
                "type",
                "Dropdown",
                "choices",
                values.stream()
                        .map(value -> ordered("name", both(texts + value) + " (" + value + ")", "value", value))
                        .toList(),
                "constraints",
                Map.of("notEmpty", true),
                "binding",
                binding);
    }

    private static Map<String, Object> of(String type, String name) {
        return ordered("type", type, "name", name);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** Modeler shows one language, process owners read two. */
    private String both(String key, Object... args) {
        return english(key, args) + " " + chinese(key, args);
    }

    private String english(String key, Object... args) {
        return format(english, key, args);
    }

    private String chinese(String key, Object... args) {
        return format(chinese, key, args);
    }

    private static String format(Properties texts, String key, Object... args) {
        String text = texts.getProperty(key);
        assertThat(text).as("a text for " + key + " in i18n/steps").isNotNull();
        return new MessageFormat(text, Locale.ROOT).format(args);
    }

    private static String dashed(String bean) {
        return bean.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String json(Object template) throws JsonProcessingException {
        return JSON.writeValueAsString(template) + "\n";
    }

    private static Map<String, String> committed() throws IOException {
        try (Stream<Path> files = Files.list(COMMITTED)) {
            return files.collect(Collectors.toMap(
                    file -> String.valueOf(file.getFileName()), ElementTemplatesTest::read, (a, b) -> a, TreeMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (Stream<Path> bundles = Files.list(Path.of("src/main/resources/i18n"))) {
            for (Path bundle : bundles.filter(file -> file.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
