package io.opsflow.cli;

import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.ResetPassword;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives somebody another password, which must be changed at the next sign-in; whatever they are signed in by ends. */
@Command(name = "reset-password")
final class ResetPasswordCommand extends OpsCommand {

    @Parameters(paramLabel = "USERNAME", descriptionKey = "USERNAME")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private String username;

    @Option(names = "--generate")
    private boolean generate;

    @Mixin
    private final PasswordSource password = new PasswordSource();

    @Override
    Answer call() {
        @Nullable String chosen = generate ? null : password.read(terminal(), words());
        try (Program program = Program.open()) {
            Accounts accounts = program.bean(Accounts.class);
            return program.as(Operator.ofProcess(), () -> {
                AccountDetails user = accounts.named(username);
                return answer(user.username(), accounts.resetPassword(user.id(), new ResetPassword(chosen)));
            });
        }
    }

    private Answer answer(String name, Optional<String> made) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("username", name);
        fields.put("must_change_password", true);
        made.ifPresent(secret -> fields.put("password", secret));
        return new Answer(
                Exit.OK,
                fields,
                made.map(secret -> List.of(t("cli.password-reset", name), t("cli.password-made", secret)))
                        .orElseGet(() -> List.of(t("cli.password-reset", name))));
    }
}
