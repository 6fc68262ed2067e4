package io.opsflow.cli;

import java.util.List;
import java.util.Map;

/**
 * What a command has to say when it has done its work.
 *
 * @param fields for {@code --json}, with names that stay
 * @param lines  for people
 */
record Answer(Exit exit, Map<String, ?> fields, List<String> lines) {

    static Answer done(Map<String, ?> fields, String... lines) {
        return new Answer(Exit.OK, fields, List.of(lines));
    }
}
