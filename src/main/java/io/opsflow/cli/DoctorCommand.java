package io.opsflow.cli;

import io.opsflow.cli.Finding.Level;
import io.opsflow.platform.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** Looks at everything that the program stands on, and says what is wrong and what helps. */
@Command(name = "doctor")
final class DoctorCommand extends OpsCommand {

    @Override
    Answer call() {
        List<Finding> findings = new ArrayList<>();
        try (Program program = Program.settingsAlone()) {
            findings.add(Finding.ok(
                    "settings",
                    "cli.doctor.settings",
                    program.settings().profile().name().toLowerCase(Locale.ROOT)));
            findings.addAll(DatabaseChecks.of(program.settings()));
            findings.addAll(MachineChecks.of(program.settings(), program.property("logging.file.name")));
        } catch (StartRefused refused) {
            findings.add(Finding.problem("settings", "cli.doctor.settings-refused", refused));
        }
        return answer(findings);
    }

    Answer answer(List<Finding> findings) {
        long problems = findings.stream()
                .filter(finding -> finding.level() == Level.PROBLEM)
                .count();
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            String mark =
                    switch (finding.level()) {
                        case OK -> "✓";
                        case HINT -> "•";
                        case PROBLEM -> "✗";
                    };
            lines.add(mark + " " + finding.sentence(words()));
            if (finding.level() != Level.OK) {
                lines.add("    → " + finding.wayOut(words()));
            }
        }
        lines.add(problems == 0 ? t("cli.doctor.well") : t("cli.doctor.ill", problems));
        Map<String, ?> fields = Map.of(
                "problems",
                problems,
                "findings",
                findings.stream().map(finding -> finding.fields(words())).toList());
        return new Answer(problems == 0 ? Exit.OK : Exit.REFUSED, fields, lines);
    }
}
