package io.opsflow.cli;

import io.opsflow.audit.AuditChecks;
import io.opsflow.audit.AuditFinding;
import io.opsflow.audit.AuditReport;
import io.opsflow.kernel.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Looks whether the audit log is as the program has written it. */
@Command(name = "audit-verify")
final class AuditVerifyCommand extends OpsCommand {

    @Override
    Answer call() {
        try (Program program = Program.open()) {
            AuditReport report = program.as(
                    Operator.ofProcess(), () -> program.bean(AuditChecks.class).verify(entries -> {}));
            return answer(report, program.bean(Texts.class));
        }
    }

    private Answer answer(AuditReport report, Texts texts) {
        List<String> lines = new ArrayList<>();
        List<Map<String, @Nullable Object>> findings = new ArrayList<>();
        for (AuditFinding finding : report.findings()) {
            String sentence = finding.sentence(texts, words().locale());
            lines.add("✗ " + sentence);
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("kind", finding.kind().code());
            fields.put("entry", finding.entry());
            fields.put("seal", finding.seal());
            fields.put("message", sentence);
            findings.add(fields);
        }
        lines.add(
                report.isIntact()
                        ? t("cli.audit-intact", report.entries(), report.waiting())
                        : t("cli.audit-broken", report.entries(), report.wrong()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("intact", report.isIntact());
        fields.put("entries", report.entries());
        fields.put("waiting", report.waiting());
        fields.put("wrong", report.wrong());
        fields.put("findings", findings);
        return new Answer(report.isIntact() ? Exit.OK : Exit.REFUSED, fields, lines);
    }
}
