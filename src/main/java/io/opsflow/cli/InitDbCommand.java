package io.opsflow.cli;

import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.ManyAccounts;
import io.opsflow.assets.ManyAssets;
import io.opsflow.cli.Schema.State;
import io.opsflow.platform.DataFolder;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.Preparation;
import io.opsflow.tickets.ManyTickets;
import io.opsflow.workflow.EngineSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the tables, or brings them up to date, with what must stand in them. A second time, nothing is left to do. */
@Command(name = "init-db")
final class InitDbCommand extends OpsCommand {

    @Option(names = "--demo")
    boolean demo;

    @Option(names = "--scale", paramLabel = "N", converter = Scale.class)
    int scale;

    @Mixin
    final PasswordSource password = new PasswordSource();

    @Option(names = "--redo")
    boolean redo;

    @Override
    Answer call() {
        @Nullable String secret = scale > 0 && password.isGiven() ? password.read(terminal(), words()) : null;
        Schema before = prepare();
        try (Program program = Program.opensAndMigrates(demo)) {
            return program.as(Operator.ofProcess(), () -> {
                // With them come roles and, in a demo, people.
                program.bean(Accounts.class);
                program.beans(Preparation.class).stream()
                        .sorted(Comparator.comparingInt(SmartLifecycle::getPhase))
                        .forEach(Preparation::start);
                return answer(
                        before,
                        scale > 0 ? program.bean(ManyAccounts.class).addUpTo(scale, secret) : 0,
                        scale > 0
                                ? program.bean(ManyTickets.class).addUpTo(scale, n -> ManyAccounts.name(n % scale))
                                : 0,
                        scale > 0 ? program.bean(ManyAssets.class).addUpTo(scale) : 0);
            });
        }
    }

    private Schema prepare() {
        try (Program program = Program.settingsAlone()) {
            OpsFlowSettings settings = program.settings();
            if ((demo || scale > 0) && !settings.isDemo()) {
                throw new Refused(Exit.REFUSED, "cli.demo-in-production");
            }
            Schema schema = look(settings);
            if (schema.state() == State.INCOMPLETE
                    || schema.state() == State.NEWER
                    || schema.state() == State.CHANGED) {
                throw schema.refusal();
            }
            return schema;
        }
    }

    private Schema look(OpsFlowSettings settings) {
        if (settings.database().isServer()) {
            return lookOrRedo(settings);
        }
        try (DataFolder mine = DataFolder.take(settings.data())) {
            Objects.requireNonNull(mine);
            return lookOrRedo(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema lookOrRedo(OpsFlowSettings settings) {
        Schema schema = Schema.of(settings);
        if (schema.state() == State.INCOMPLETE && redo) {
            TornTables.drop(settings);
            return Schema.of(settings);
        }
        return schema;
    }

    private Answer answer(Schema before, int users, int tickets, int servers) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("changes_made", before.pending());
        fields.put("engine_tables_made", before.engine() == EngineSchema.State.ABSENT);
        fields.put("users_added", users);
        fields.put("tickets_added", tickets);
        fields.put("servers_added", servers);
        List<String> lines = new ArrayList<>();
        lines.add(before.state() == State.READY ? t("cli.init-db-ready") : t("cli.init-db-made", before.pending()));
        if (scale > 0) {
            lines.add(t("cli.init-db-scaled", users, tickets, servers));
        }
        return new Answer(Exit.OK, fields, lines);
    }

    /** How many at most: what one sits and waits for. */
    static final class Scale implements ITypeConverter<Integer> {

        private static final int MOST = 1_000_000;

        @Override
        public Integer convert(String text) {
            int number = Integer.parseInt(text);
            if (number < 1 || number > MOST) {
                throw new IllegalArgumentException(text);
            }
            return number;
        }
    }
}
