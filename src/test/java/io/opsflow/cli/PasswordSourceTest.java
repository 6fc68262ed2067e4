package io.opsflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PasswordSourceTest {

    private static final Words WORDS = new Words(Locale.ENGLISH);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PasswordSource source = new PasswordSource();

    @Test
    void it_is_typed_twice_unseen() {
        assertThat(source.read(terminal("", typing("geheim", "geheim")), WORDS)).isEqualTo("geheim");
        assertThat(said.size()).isZero();
    }

    @Test
    void typed_differently_it_is_refused() {
        refused(terminal("", typing("geheim", "geheimer")), "not the same");
    }

    @Test
    void without_a_terminal_the_other_ways_are_told() {
        refused(terminal("geheim\n", null), "--password-stdin");
    }

    @Test
    void the_first_line_of_a_pipe_is_it_with_its_spaces() {
        source.stdin = true;
        assertThat(source.read(terminal(" 密码 a \r\nnext", null), WORDS)).isEqualTo(" 密码 a ");
        refused(terminal("", null), "empty");
    }

    @Test
    void it_is_taken_from_the_variable_that_was_named() {
        source.variable = "SECRET";
        assertThat(source.read(terminal("", null), WORDS)).isEqualTo("geheim");
        source.variable = "geheim-typed-here";
        refused(terminal("", null), "not in the environment");
        source.stdin = true;
        refused(terminal("", null), "either");
    }

    private void refused(Terminal terminal, String sentence) {
        assertThatThrownBy(() -> source.read(terminal, WORDS))
                .isInstanceOfSatisfying(Refused.class, refusal -> assertThat(refusal.sentence(WORDS))
                        .contains(sentence)
                        .doesNotContain("geheim"));
    }

    private static Function<String, String> typing(String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        return question -> left.remove();
    }

    private Terminal terminal(String input, @Nullable Function<String, String> prompt) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                out,
                Map.of("SECRET", "geheim")::get,
                prompt);
    }
}
