package io.opsflow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.opsflow.platform.StartRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParameterException;

/** Says what came of a command: sentences for people, or one JSON document for programs. */
final class Printer {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Terminal terminal;
    private final Words words;
    private final boolean json;

    Printer(Terminal terminal, Words words, boolean json) {
        this.terminal = terminal;
        this.words = words;
        this.json = json;
    }

    int print(Answer answer) {
        if (json) {
            document(answer.fields());
        } else {
            answer.lines().forEach(terminal.out()::println);
        }
        return answer.exit().code();
    }

    int print(ParameterException mistake) {
        Mistake told = Mistake.of(mistake, words);
        return error(Exit.USAGE, told.code(), told.sentence(), List.of());
    }

    int print(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused reason) {
                return print(Refused.of(reason));
            }
            if (cause instanceof Refused refused) {
                return error(refused.exit(), refused.code(), refused.sentence(words), refused.fields());
            }
        }
        log().error("A command failed", failure);
        return error(Exit.FAILED, "failed", words.t("cli.failed", String.valueOf(failure)), List.of());
    }

    private int error(Exit exit, String code, String sentence, List<Map<String, String>> fields) {
        if (!json) {
            terminal.err().println(sentence);
            return exit.code();
        }
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", sentence);
        if (!fields.isEmpty()) {
            error.put("fields", fields);
        }
        document(Map.of("error", error));
        return exit.code();
    }

    private void document(Object content) {
        try {
            terminal.out().println(JSON.writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asked for when it is needed: before the settings are read, nobody knows where the log is. */
    private static Logger log() {
        return LoggerFactory.getLogger(Printer.class);
    }
}
