package io.opsflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whatever changes something leaves an entry. */
class FrontDoorsTest {

    /** What is neither marked nor says that it only reads, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("Tickets.close", "only checks; what moves the ticket then is audited"),
            Map.entry("Processes.start", "a module's own call; its front door is audited"),
            Map.entry("Processes.complete", "a module's own call; its front door is audited"),
            Map.entry("Processes.send", "a module's own call; its front door is audited"),
            Map.entry("Processes.refresh", "a module's own call; its front door is audited"),
            Map.entry("MySessions.stay", "nobody decides anything: a page tells that somebody is there"),
            Map.entry("MyPassword.mustChange", "reads what the sign-in knows"),
            Map.entry("DemoAccounts.visitors", "reads"),
            Map.entry("Registration.contact", "reads"),
            Map.entry("FirstAdministrator.isAwaited", "reads"),
            Map.entry("InboxAudit.compare", "reads, in many transactions"));

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.opsflow");

    @Test
    void whatever_a_front_door_changes_is_audited() {
        TreeSet<String> silent = new TreeSet<>();
        frontDoors().flatMap(FrontDoorsTest::calls).forEach(method -> {
            boolean reads = method.tryGetAnnotationOfType(Transactional.class)
                    .map(Transactional::readOnly)
                    .orElse(false);
            if (!reads && !method.isAnnotatedWith(Audited.class) && !EXCEPTIONS.containsKey(name(method))) {
                silent.add(name(method));
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void no_exception_is_out_of_date() {
        List<String> needed = frontDoors()
                .flatMap(FrontDoorsTest::calls)
                .filter(method -> !method.isAnnotatedWith(Audited.class))
                .map(FrontDoorsTest::name)
                .toList();
        assertThat(needed).containsAll(EXCEPTIONS.keySet());
    }

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

    private static Stream<JavaClass> frontDoors() {
        return PROGRAM.stream().filter(type -> type.isAnnotatedWith(Service.class));
    }

    private static Stream<JavaMethod> calls(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
