package io.opsflow.cli;

import picocli.CommandLine.Command;

/** What the program does without a command; listed so that it is found. */
@Command(name = "server")
final class ServerCommand extends OpsCommand {

    @Override
    Answer call() {
        throw new IllegalStateException("the program serves before it comes here");
    }
}
