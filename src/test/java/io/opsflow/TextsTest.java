package io.opsflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.kernel.Permissions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text exists in both languages, and every key that the program names exists. */
class TextsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Pattern KEY_IN_CODE = Pattern.compile(
            "(?:getTranslation\\(|\\bt\\(|title = |\\.get\\([a-zA-Z.()]+, )\"([a-z][a-z0-9_-]*(?:\\.[a-z0-9_-]+)+)\"");
    private static final Pattern ERROR_CODE = Pattern.compile("String CODE = \"([a-z-]+)\"");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("_(en|zh_CN)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_keys(String bundle) {
        assertThat(read(bundle, "zh_CN").keySet()).isEqualTo(read(bundle, "en").keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_use_the_same_places(String bundle) {
        Map<String, String> chinese = read(bundle, "zh_CN");
        read(bundle, "en").forEach((key, english) -> assertThat(places(chinese.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(places(english)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_a_message(String bundle) {
        Stream.of("en", "zh_CN").forEach(language -> read(bundle, language).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] {1, 2, 3, 4, 5, 6}))
                    .as(key)
                    .doesNotContain("{");
        }));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void chinese_is_chinese(String bundle) {
        Map<String, String> english = read(bundle, "en");
        assertThat(read(bundle, "zh_CN").entrySet().stream()
                        .filter(entry -> entry.getValue().equals(english.get(entry.getKey())))
                        // Names and places alone are the same in both languages.
                        .filter(entry -> entry.getValue().matches(".*[a-z]{3,} [a-z]{2,}.*"))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void no_key_stands_in_two_bundles() throws IOException {
        TreeMap<String, String> bundleOf = new TreeMap<>();
        TreeSet<String> twice = new TreeSet<>();
        bundles().forEach(bundle -> read(bundle, "en").keySet().stream()
                .filter(key -> bundleOf.put(key, bundle) != null)
                .forEach(twice::add));
        assertThat(twice).isEmpty();
    }

    @Test
    void every_key_that_the_program_names_exists() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        bundles().forEach(bundle -> known.addAll(read(bundle, "en").keySet()));
        TreeMap<String, String> missing = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String code = content(file);
                Matcher key = KEY_IN_CODE.matcher(code);
                while (key.find()) {
                    if (!known.contains(key.group(1))) {
                        missing.put(key.group(1), file.getFileName().toString());
                    }
                }
                Matcher error = ERROR_CODE.matcher(code);
                while (error.find()) {
                    if (!known.contains("error." + error.group(1))) {
                        missing.put(
                                "error." + error.group(1), file.getFileName().toString());
                    }
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_permission_says_what_it_allows() {
        assertThat(read("access", "en").keySet())
                .containsAll(Permissions.all().stream()
                        .map(name -> "permission." + name)
                        .toList());
        assertThat(read("roles-ui", "en").keySet())
                .as("the headings of the modules")
                .containsAll(Permissions.all().stream()
                        .map(name -> "roles.module." + name.substring(0, name.indexOf('.')))
                        .toList());
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> read(String bundle, String language) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle + "_" + language + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
        return texts;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
