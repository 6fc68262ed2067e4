package io.opsflow.cli;

import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.AccountHasHistory;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.OpenWork;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes an account; one under which something was done is deactivated instead, so that its history keeps a name. */
@Command(name = "delete-user")
final class DeleteUserCommand extends OpsCommand {

    @Parameters(paramLabel = "USERNAME", descriptionKey = "USERNAME")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String username;

    @Option(names = "--or-refuse")
    private boolean orRefuse;

    @Option(names = "--give-back")
    private boolean giveBack;

    @Option(names = "--colleague", paramLabel = "USERNAME")
    private @Nullable String colleague;

    @Option(names = "--reason", paramLabel = "TEXT")
    private @Nullable String reason;

    @Override
    Answer call() {
        try (Program program = Program.open()) {
            return program.as(Operator.ofProcess(), () -> delete(program.bean(Accounts.class)));
        }
    }

    private Answer delete(Accounts accounts) {
        AccountDetails user = accounts.named(username);
        try {
            accounts.delete(user.id());
            return answer(user.username(), "deleted", t("cli.user-deleted", user.username()));
        } catch (AccountHasHistory history) {
            if (orRefuse) {
                throw history;
            }
            accounts.deactivate(user.id(), new OpenWork(giveBack, colleague, reason));
            return answer(user.username(), "deactivated", t("cli.user-deactivated", user.username()));
        }
    }

    private static Answer answer(String name, String outcome, String sentence) {
        return Answer.done(Map.of("username", name, "outcome", outcome), sentence);
    }
}
