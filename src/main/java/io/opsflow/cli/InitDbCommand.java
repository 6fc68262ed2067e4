package io.opsflow.cli;

import io.opsflow.accounts.Accounts;
import io.opsflow.cli.Schema.State;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.Preparation;
import io.opsflow.workflow.EngineSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the tables, or brings them up to date, with what must stand in them. A second time, nothing is left to do. */
@Command(name = "init-db")
final class InitDbCommand extends OpsCommand {

    @Option(names = "--demo")
    boolean demo;

    @Option(names = "--redo")
    boolean redo;

    @Override
    Answer call() {
        Schema before = prepare();
        try (Program program = Program.opensAndMigrates(demo)) {
            return program.as(Operator.ofProcess(), () -> {
                // With them come roles and, in a demo, people.
                program.bean(Accounts.class);
                program.beans(Preparation.class).stream()
                        .sorted(Comparator.comparingInt(SmartLifecycle::getPhase))
                        .forEach(Preparation::start);
                return answer(before);
            });
        }
    }

    private Schema prepare() {
        try (Program program = Program.settingsAlone()) {
            OpsFlowSettings settings = program.settings();
            if (demo && !settings.isDemo()) {
                throw new Refused(Exit.REFUSED, "cli.demo-in-production");
            }
            Schema schema = Schema.of(settings);
            if (schema.state() == State.INCOMPLETE && redo) {
                TornTables.drop(settings);
                schema = Schema.of(settings);
            }
            if (schema.state() == State.INCOMPLETE
                    || schema.state() == State.NEWER
                    || schema.state() == State.CHANGED) {
                throw schema.refusal();
            }
            return schema;
        }
    }

    private Answer answer(Schema before) {
        boolean engineMade = before.engine() == EngineSchema.State.ABSENT;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("changes_made", before.pending());
        fields.put("engine_tables_made", engineMade);
        List<String> lines = new ArrayList<>();
        lines.add(before.state() == State.READY ? t("cli.init-db-ready") : t("cli.init-db-made", before.pending()));
        return new Answer(Exit.OK, fields, lines);
    }
}
