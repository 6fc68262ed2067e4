package io.opsflow.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entries as comma-separated values that no spreadsheet takes for formulas. */
final class AuditCsv {

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final List<String> HEAD = List.of(
            "id",
            "created_at",
            "actor",
            "actor_name",
            "on_behalf_of",
            "way",
            "address",
            "means",
            "action",
            "object_kind",
            "object",
            "result",
            "code",
            "changes",
            "trace_id",
            "link");

    private final Writer out;

    AuditCsv(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BYTE_ORDER_MARK);
        line(HEAD);
    }

    void row(SignedEntry signed, Map<String, String> names) throws IOException {
        AuditEntry entry = signed.entry();
        line(Arrays.asList(
                Long.toString(entry.id()),
                entry.at().toString(),
                entry.actor(),
                names.get(entry.actor()),
                entry.onBehalfOf(),
                entry.way(),
                entry.address(),
                entry.means(),
                entry.action(),
                entry.kind(),
                entry.key(),
                entry.result(),
                entry.code(),
                entry.changes(),
                entry.trace(),
                signed.seal() == null ? null : signed.seal().toString()));
    }

    void flush() throws IOException {
        out.flush();
    }

    private void line(List<? extends @Nullable String> cells) throws IOException {
        out.write(cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** A cell that begins like a formula begins with an apostrophe, which a spreadsheet takes as "this is text". */
    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
