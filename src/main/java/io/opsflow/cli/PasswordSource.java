package io.opsflow.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a password comes from: typed unseen, read from a pipe, or from a variable of the environment. Never from an
 * argument, which everybody sees who lists the processes.
 */
final class PasswordSource {

    @Option(names = "--password-stdin")
    boolean stdin;

    @Option(names = "--password-env", paramLabel = "NAME")
    @Nullable
    String variable;

    /** Whether one of the options was used; otherwise it would be asked for. */
    boolean isGiven() {
        return stdin || variable != null;
    }

    String read(Terminal terminal, Words words) {
        if (stdin && variable != null) {
            throw new Refused(Exit.USAGE, "cli.password-twice");
        }
        String password =
                stdin ? line(terminal) : variable != null ? variable(terminal, variable) : typed(terminal, words);
        if (password.isEmpty()) {
            throw new Refused(Exit.USAGE, "cli.password-empty");
        }
        return password;
    }

    private static String line(Terminal terminal) {
        try {
            String line = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(Terminal terminal, String name) {
        @Nullable String value = terminal.environment().apply(name);
        if (value == null) {
            throw new Refused(Exit.USAGE, "cli.password-env-missing");
        }
        return value;
    }

    private static String typed(Terminal terminal, Words words) {
        var prompt = terminal.prompt();
        if (prompt == null) {
            throw new Refused(Exit.USAGE, "cli.password-no-terminal");
        }
        String once = prompt.apply(words.t("cli.password-ask"));
        String twice = prompt.apply(words.t("cli.password-again"));
        if (!once.equals(twice)) {
            throw new Refused(Exit.REFUSED, "cli.password-differs");
        }
        return once;
    }
}
