package io.opsflow.cli;

import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.AddAccount;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds somebody, who must choose another password at the first sign-in. */
@Command(name = "create-user")
final class CreateUserCommand extends OpsCommand {

    @Parameters(paramLabel = "USERNAME", descriptionKey = "USERNAME")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String username;

    @Option(names = "--real-name", paramLabel = "NAME")
    private @Nullable String realName;

    @Option(names = "--email", paramLabel = "ADDRESS")
    private @Nullable String email;

    @Option(names = "--phone", paramLabel = "NUMBER")
    private @Nullable String phone;

    @Option(names = "--department", paramLabel = "NAME")
    private @Nullable String department;

    @Option(names = "--role", paramLabel = "CODE", split = ",")
    private Set<String> roles = Set.of();

    @Option(names = "--group", paramLabel = "CODE", split = ",")
    private Set<String> groups = Set.of();

    @Mixin
    private final PasswordSource password = new PasswordSource();

    @Override
    Answer call() {
        String secret = password.read(terminal(), words());
        AddAccount request = new AddAccount(
                username,
                realName == null ? username : realName,
                email,
                phone,
                department,
                roles,
                groups,
                secret,
                null);
        try (Program program = Program.open()) {
            AccountDetails added = program.as(
                    Operator.ofProcess(), () -> program.bean(Accounts.class).add(request));
            return Answer.done(UserFields.of(added), t("cli.user-created", added.username()));
        }
    }
}
