package io.opsflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody at a prompt: runs the packaged program's commands as processes, and writes down what was typed and said. */
final class Prompt {

    private static final Path TRANSCRIPT = Path.of("target", "command-line-transcript.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final Map<String, String> environment = new LinkedHashMap<>();

    Prompt(Path data, Map<String, String> settings) {
        this.data = data;
        environment.put("OPSFLOW_DATA", data.toString());
        environment.put("LANG", "C.UTF-8");
        environment.putAll(settings);
    }

    /** What a command has said. */
    record Said(int exit, String out, String err) {

        Said exits(int code) {
            assertThat(exit).as(out + err).isEqualTo(code);
            return this;
        }

        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException(out, e);
            }
        }
    }

    Prompt with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Said types(String... arguments) {
        return pipes("", arguments);
    }

    /** The same with something on standard input. */
    Said pipes(String input, String... arguments) {
        try {
            Process process = start(arguments);
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            Said said = new Said(
                    process.exitValue(), Files.readString(data.resolve("out")), Files.readString(data.resolve("err")));
            write(arguments, said);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(new File("opsflow").getAbsolutePath()));
        command.addAll(Arrays.asList(arguments));
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectOutput(data.resolve("out").toFile())
                .redirectError(data.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.matches("OPSFLOW_.*|LC_.*|LANG.*"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void write(String[] arguments, Said said) throws IOException {
        Files.writeString(
                TRANSCRIPT,
                "$ ./opsflow " + String.join(" ", arguments) + "\n" + said.out() + said.err() + "[exit code "
                        + said.exit() + "]\n\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
