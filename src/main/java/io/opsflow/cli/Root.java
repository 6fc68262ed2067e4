package io.opsflow.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program as a command, with what every command understands. Texts stand in {@code i18n/cli-help}. */
@Command(
        name = "opsflow",
        subcommands = {
            HelpCommand.class,
            ServerCommand.class,
            CreateUserCommand.class,
            ListUsersCommand.class,
            ResetPasswordCommand.class,
            DeleteUserCommand.class,
            InitDbCommand.class,
            AuditVerifyCommand.class,
            ClearLogsCommand.class,
            DoctorCommand.class
        })
final class Root {

    final Terminal terminal;
    final Words words;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    boolean version;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    boolean json;

    // Read before the rest is: help and mistakes are told in it, too.
    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
    @Nullable
    Language language;

    Root(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
    }

    /** What {@code --lang} takes. */
    enum Language {
        zh,
        en
    }
}
