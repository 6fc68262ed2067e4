package io.opsflow.cli;

import io.opsflow.platform.OpsFlowSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** The program's beginning when it is told to do one thing and end. */
public final class Commands {

    private final Terminal terminal;

    Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether the arguments of the program are a command. Otherwise they are settings for the server, or none. */
    public static boolean areMeant(String... arguments) {
        List<String> given = Arrays.asList(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            return true;
        }
        boolean settings = given.stream()
                .allMatch(
                        argument -> argument.matches("--(debug|trace|[\\w.-]+=.*)") && !argument.startsWith("--lang="));
        return !settings && !given.get(0).equals("server");
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit code
     */
    public static int run(String... arguments) {
        return new Commands(Terminal.ofProcess()).execute(arguments);
    }

    int execute(String... arguments) {
        System.setProperty(OpsFlowSettings.COMMAND, "true");
        Words words = Words.of(arguments, terminal.environment());
        Printer printer = new Printer(terminal, words, Arrays.asList(arguments).contains("--json"));
        CommandLine line = line(words);
        line.setParameterExceptionHandler((mistake, all) -> printer.print(mistake));
        line.setExecutionStrategy(parsed -> {
            List<CommandLine> commands = parsed.asCommandLineList();
            return CommandLine.printHelpIfRequested(parsed)
                    ? Exit.OK.code()
                    : execute(commands.get(commands.size() - 1), printer);
        });
        return line.execute(arguments);
    }

    private static int execute(CommandLine last, Printer printer) {
        try {
            return last.getCommand() instanceof OpsCommand command
                    ? printer.print(command.call())
                    : printer.print(new Refused(Exit.USAGE, "cli.no-command", names(last)));
        } catch (RuntimeException failure) {
            return printer.print(failure);
        }
    }

    CommandLine line(Words words) {
        CommandLine line = new CommandLine(new Root(terminal, words));
        line.setResourceBundle(words.help());
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.getCommandSpec().versionProvider(Version::lines);
        line.getCommandSpec().usageMessage().adjustLineBreaksForWideCJKCharacters(true);
        return line;
    }

    /** The names of all commands, as one reads them. */
    static String names(CommandLine all) {
        return String.join(", ", all.getSubcommands().keySet());
    }

    /** What {@code --version} tells. */
    private static final class Version {

        static String[] lines() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"OpsFlow " + (version == null ? "" : version)};
        }
    }
}
