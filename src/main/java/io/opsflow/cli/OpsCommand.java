package io.opsflow.cli;

import picocli.CommandLine.ParentCommand;

/** A command: does its work and hands back what there is to say. */
abstract class OpsCommand {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Root root;

    /** The sentences in the reader's language. */
    final Words words() {
        return root.words;
    }

    final Terminal terminal() {
        return root.terminal;
    }

    /** Does the work. */
    abstract Answer call();

    final String t(String key, Object... arguments) {
        return root.words.t(key, arguments);
    }
}
