package io.opsflow.cli;

import io.opsflow.accounts.AccountFilter;
import io.opsflow.accounts.AccountSummary;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.RoleName;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists accounts, page by page. */
@Command(name = "list-users")
final class ListUsersCommand extends OpsCommand {

    @Option(
            names = {"-q", "--query"},
            paramLabel = "TEXT")
    private @Nullable String query;

    @Option(names = "--role", paramLabel = "CODE")
    private @Nullable String role;

    @Option(names = "--group", paramLabel = "CODE")
    private @Nullable String group;

    @Option(names = "--department", paramLabel = "NAME")
    private @Nullable String department;

    @Option(names = "--active", arity = "1", paramLabel = "true|false")
    private @Nullable Boolean active;

    @Option(names = "--sort", paramLabel = "FIELD")
    private @Nullable String sort;

    @Option(names = "--page", paramLabel = "N")
    private int page = 1;

    @Option(names = "--size", paramLabel = "N")
    private int size = 50;

    @Override
    Answer call() {
        try (Program program = Program.open()) {
            PageOf<AccountSummary> found = program.as(Operator.ofProcess(), () -> program.bean(Accounts.class)
                    .find(
                            new AccountFilter(query, role, group, department, active),
                            new Paging(page - 1, size, sort, null)));
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("items", found.items().stream().map(UserFields::of).toList());
            fields.put("page", page);
            fields.put("size", size);
            fields.put("total", found.total());
            return new Answer(Exit.OK, fields, lines(found));
        }
    }

    private List<String> lines(PageOf<AccountSummary> found) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                t("cli.user.username"),
                t("cli.user.real-name"),
                t("cli.user.department"),
                t("cli.user.roles"),
                t("cli.user.state")));
        for (AccountSummary user : found.items()) {
            rows.add(List.of(
                    user.username(),
                    user.realName(),
                    Objects.requireNonNullElse(user.department(), ""),
                    user.roles().stream().map(RoleName::code).collect(Collectors.joining(",")),
                    user.active() ? t("cli.user.active") : t("cli.user.inactive")));
        }
        List<String> lines = new ArrayList<>(Columns.of(rows));
        lines.add(t("cli.users-found", found.items().size(), found.total() + (found.totalCapped() ? "+" : "")));
        return lines;
    }
}
