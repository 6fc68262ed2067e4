package io.opsflow.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with how a command was written, in the reader's language. What was typed is repeated only where it cannot
 * be a secret.
 */
record Mistake(String code, String sentence) {

    static Mistake of(ParameterException mistake, Words words) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return of(unmatched, words);
        }
        if (mistake instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(Mistake::name).collect(Collectors.joining(", "));
            return new Mistake("missing-option", words.t("cli.missing-option", names));
        }
        if (mistake instanceof OverwrittenOptionException twice) {
            return new Mistake("option-twice", words.t("cli.option-twice", name(twice.getOverwritten())));
        }
        ArgSpec argument = mistake.getArgSpec();
        return argument == null
                ? new Mistake("bad-usage", words.t("cli.bad-usage"))
                : new Mistake("bad-value", words.t("cli.bad-value", name(argument), argument.paramLabel()));
    }

    private static Mistake of(UnmatchedArgumentException unmatched, Words words) {
        String first = unmatched.getUnmatched().get(0);
        String names = Commands.names(top(unmatched));
        if (first.startsWith("-") && first.length() > 1) {
            // Behind -p a password could stand without a space.
            String option = first.startsWith("--") ? first.replaceFirst("=.*", "") : first.substring(0, 2);
            return option.startsWith("--pass") || option.equals("-p")
                    ? new Mistake("password-is-no-option", words.t("cli.password-is-no-option", option))
                    : new Mistake("unknown-option", words.t("cli.unknown-option", option));
        }
        boolean command = unmatched.getCommandLine().getParent() == null;
        return command
                ? new Mistake("unknown-command", words.t("cli.unknown-command", first, names))
                : new Mistake("too-much", words.t("cli.too-much"));
    }

    private static picocli.CommandLine top(ParameterException mistake) {
        picocli.CommandLine line = mistake.getCommandLine();
        while (line.getParent() != null) {
            line = line.getParent();
        }
        return line;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
