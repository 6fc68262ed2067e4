package io.opsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(OpsFlow.class);

    @Test
    void modules_import_only_what_they_say() {
        modules.verify();
    }

    @Test
    void every_package_of_the_program_is_a_module_that_says_what_it_is() {
        List<String> found = modules.stream()
                .map(ApplicationModule::getIdentifier)
                .map(Object::toString)
                .sorted()
                .toList();
        assertThat(found)
                .containsExactly(
                        "accounts",
                        "api",
                        "assets",
                        "attachments",
                        "audit",
                        "cli",
                        "design",
                        "kernel",
                        "longwork",
                        "notifications",
                        "platform",
                        "shell",
                        "tickets",
                        "workflow");
    }
}
