package io.opsflow.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command reads from and writes to.
 *
 * @param environment finds a variable of the environment
 * @param prompt      asks for something that must not be seen; absent where nobody sits at a terminal
 */
record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Function<String, @Nullable String> environment,
        @Nullable Function<String, String> prompt) {

    /** That of this process. Terminals are read as UTF-8, whatever the locale of a service or a container says. */
    static Terminal ofProcess() {
        @Nullable Console console = console();
        return new Terminal(
                System.in,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System::getenv,
                console == null ? null : question -> hidden(console, question));
    }

    /** From Java 22 on there is always one, which must be asked whether somebody sits there. */
    @SuppressWarnings("SystemConsoleNull") // before Java 22 there is none without a terminal
    private static @Nullable Console console() {
        @Nullable Console console = System.console();
        if (console == null) {
            return null;
        }
        try {
            return Boolean.FALSE.equals(Console.class.getMethod("isTerminal").invoke(console)) ? null : console;
        } catch (ReflectiveOperationException olderJava) {
            return console;
        }
    }

    private static String hidden(Console console, String question) {
        char @Nullable [] typed = console.readPassword("%s", question);
        return typed == null ? "" : new String(typed);
    }
}
