package io.opsflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=HYPERLINK(\"http://x\",\"y\")"})
    void what_a_spreadsheet_would_compute_is_text(String dangerous) {
        assertThat(AuditCsv.cell(dangerous)).startsWith("\"'").endsWith("\"");
    }

    @Test
    void quotes_commas_and_lines_stay_in_their_cell() {
        assertThat(AuditCsv.cell("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\"\nc\"");
        assertThat(AuditCsv.cell(null)).isEmpty();
        assertThat(AuditCsv.cell("T-1")).isEqualTo("\"T-1\"");
    }

    @Test
    void it_begins_with_the_mark_that_excel_looks_for() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditCsv csv = new AuditCsv(out);
        csv.row(
                new SignedEntry(
                        new AuditEntry(
                                7,
                                Instant.parse("2026-11-21T08:00:00Z"),
                                "ann",
                                null,
                                "screen",
                                null,
                                null,
                                "ticket.open",
                                "ticket",
                                "=T-1",
                                "done",
                                null,
                                "{\"title\":[null,\"工单\"]}",
                                null),
                        new byte[0],
                        null),
                Map.of("ann", "=Ann"));
        csv.flush();

        assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"id\",\"created_at\"")
                .contains("\"7\",\"2026-11-21T08:00:00Z\",\"ann\",\"'=Ann\",,\"screen\"")
                .contains("\"'=T-1\"")
                .contains("工单")
                .endsWith("\r\n");
    }
}
