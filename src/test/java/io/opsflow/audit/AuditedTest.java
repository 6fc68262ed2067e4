package io.opsflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

/** How calls are marked that leave an entry; that they are marked is a rule of the house. */
class AuditedTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.opsflow");

    @Test
    void what_only_reads_is_not_audited() {
        assertThat(audited()
                        .filter(method -> method.tryGetAnnotationOfType(Transactional.class)
                                .map(Transactional::readOnly)
                                .orElse(false))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void every_action_has_a_text_in_both_languages() throws IOException {
        for (String language : List.of("en", "zh_CN")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(
                    Path.of("src/main/resources/i18n/audit-actions_" + language + ".properties"))) {
                texts.load(reader);
            }
            assertThat(actions().keySet().stream().map(action -> "audit.action." + action))
                    .as(language)
                    .allMatch(texts::containsKey);
        }
    }

    @Test
    void actions_begin_with_the_kind_of_their_object() {
        assertThat(actions().keySet()).allMatch(action -> action.matches("[a-z][a-z_]*\\.[a-z][a-z_]*"));
    }

    private static Map<String, String> actions() {
        Map<String, String> actions = new TreeMap<>();
        audited()
                .forEach(method ->
                        actions.put(method.getAnnotationOfType(Audited.class).value(), name(method)));
        return actions;
    }

    private static Stream<JavaMethod> audited() {
        return PROGRAM.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Audited.class));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
