package io.opsflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.kernel.Texts;
import io.opsflow.platform.OpsFlowSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** How commands are written, explained and refused; none of them gets as far as a database here. */
class CommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void forgetTheCommand() {
        System.clearProperty(OpsFlowSettings.COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--opsflow.port=9000", "--debug --server.port=0", "server", "server --opsflow.port=1"})
    void without_a_command_the_server_starts(String line) {
        assertThat(Commands.areMeant(words(line))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "--help", "-h", "--version", "-V", "--lang=zh doctor", "serve", "server --help"})
    void everything_else_is_a_command(String line) {
        assertThat(Commands.areMeant(words(line))).isTrue();
    }

    @Test
    void an_unknown_command_is_told_which_there_are() {
        assertThat(run("serve")).isEqualTo(2);
        assertThat(said(err)).contains("\"serve\"", "doctor", "init-db");
        assertThat(said(out)).isEmpty();
    }

    @Test
    void mistakes_are_told_in_chinese_too() {
        assertThat(run("--lang", "zh", "serve")).isEqualTo(2);
        assertThat(said(err)).contains("没有“serve”这个命令");
    }

    @Test
    void mistakes_are_json_too() throws Exception {
        assertThat(run("doctor", "--fast", "--json")).isEqualTo(2);
        JsonNode error = new ObjectMapper().readTree(said(out)).path("error");
        assertThat(error.path("code").asText()).isEqualTo("unknown-option");
        assertThat(error.path("message").asText()).contains("--fast");
        assertThat(said(err)).isEmpty();
    }

    @Test
    void a_language_that_nobody_speaks_here_is_refused() {
        assertThat(run("--lang", "de", "doctor")).isEqualTo(2);
        assertThat(said(err)).contains("--lang", "zh|en");
    }

    @Test
    void no_option_takes_a_password_and_what_was_typed_is_not_repeated() {
        for (CommandLine command : all(Locale.ENGLISH)) {
            assertThat(command.getCommandSpec().optionsMap().keySet())
                    .as(command.getCommandName())
                    .noneMatch(name -> name.matches("--?p(ass(word)?)?|--secret"));
        }
        for (List<String> line : List.of(
                List.of("init-db", "--password=geheim"),
                List.of("init-db", "--password", "geheim"),
                List.of("init-db", "-pgeheim"),
                List.of("init-db", "geheim"))) {
            err.reset();
            assertThat(run(line.toArray(String[]::new))).isEqualTo(2);
            assertThat(said(err)).isNotBlank().doesNotContain("geheim");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_command_option_and_parameter_is_explained(Locale locale) {
        for (CommandLine command : all(locale)) {
            assertThat(command.getHelp().header()).as(command.getCommandName()).isNotBlank();
            for (ArgSpec argument : command.getCommandSpec().args()) {
                assertThat(String.join("", argument.description()))
                        .as(command.getCommandName() + " " + argument)
                        .isNotBlank();
            }
        }
    }

    @Test
    void help_speaks_the_language_of_the_terminal() {
        assertThat(run(Map.of("LANG", "zh_CN.UTF-8"), "doctor", "--help")).isZero();
        assertThat(said(out)).contains("用法：", "检查 OpsFlow", "退出码");
        out.reset();
        assertThat(run(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C"), "help", "doctor"))
                .isZero();
        assertThat(said(out)).contains("Usage:", "Look at everything", "Exit codes");
    }

    @Test
    void the_version_is_told() {
        assertThat(run("--version")).isZero();
        assertThat(said(out)).contains("OpsFlow");
    }

    static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    private List<CommandLine> all(Locale locale) {
        CommandLine top = new Commands(terminal(Map.of())).line(new Words(locale));
        List<CommandLine> all = new ArrayList<>(top.getSubcommands().values());
        all.add(top);
        return all;
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Commands(terminal(environment)).execute(arguments);
    }

    private Terminal terminal(Map<String, String> environment) {
        return new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment::get,
                null);
    }

    private static String said(ByteArrayOutputStream to) {
        return to.toString(StandardCharsets.UTF_8);
    }

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ", -1);
    }
}
