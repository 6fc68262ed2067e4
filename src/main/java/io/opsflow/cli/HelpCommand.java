package io.opsflow.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what commands there are, or how one is written. */
@Command(name = "help")
final class HelpCommand extends OpsCommand {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", descriptionKey = "COMMAND")
    @Nullable
    String command;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    Answer call() {
        CommandLine all = spec.parent().commandLine();
        CommandLine wanted = command == null ? all : all.getSubcommands().get(command);
        if (wanted == null) {
            throw new Refused(Exit.USAGE, "cli.unknown-command", String.valueOf(command), Commands.names(all));
        }
        String usage = wanted.getUsageMessage(CommandLine.Help.Ansi.OFF);
        return new Answer(Exit.OK, Map.of("help", usage), List.of(usage.stripTrailing()));
    }
}
