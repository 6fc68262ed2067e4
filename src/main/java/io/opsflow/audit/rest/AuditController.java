package io.opsflow.audit.rest;

import io.opsflow.audit.Audit;
import io.opsflow.audit.AuditDetails;
import io.opsflow.audit.AuditFilter;
import io.opsflow.audit.AuditItem;
import io.opsflow.audit.AuditResult;
import io.opsflow.audit.Way;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Period;
import io.opsflow.platform.OpsFlowSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit", description = "Who did what to which object, when, from where, with which result.")
class AuditController {

    private final Audit audit;
    private final OpsFlowSettings settings;

    AuditController(Audit audit, OpsFlowSettings settings) {
        this.audit = audit;
        this.settings = settings;
    }

    @GetMapping
    @Operation(
            summary = "Lists entries, the newest first",
            description = "Dates are whole days in the installation's zone; times are instants. Behind row 10 000,"
                    + " send as `after` the `next` of the page before.")
    PageOf<AuditItem> find(
            @Parameter(description = "Who did it, or on whose behalf it was done")
                    @RequestParam(name = "actor", required = false)
                    @Nullable
                    String actor,
            @Parameter(description = "An action, or all of one kind: `ticket.`")
                    @RequestParam(name = "action", required = false)
                    @Nullable
                    String action,
            @Parameter(description = "An object's key, such as T-1042")
                    @RequestParam(name = "object", required = false)
                    @Nullable
                    String object,
            @Parameter(schema = @Schema(implementation = Way.class))
                    @RequestParam(name = "way", required = false)
                    @Nullable
                    String way,
            @Parameter(schema = @Schema(implementation = AuditResult.class))
                    @RequestParam(name = "result", required = false)
                    @Nullable
                    String result,
            @RequestParam(name = "trace_id", required = false) @Nullable String trace,
            @Parameter(description = "A text in keys, actions, names, addresses, codes, trace ids or changes")
                    @RequestParam(name = "q", required = false)
                    @Nullable
                    String q,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return audit.find(
                filter(actor, action, object, way, result, trace, q, from, to), new Paging(page, size, null, after));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One entry, with what has become different")
    AuditDetails get(@PathVariable("id") String id) {
        return audit.get(id);
    }

    @GetMapping(path = "/export", produces = "text/csv")
    @Operation(
            summary = "All entries that the filters let through, as a table for spreadsheets",
            description = "Cells that look like formulas begin with an apostrophe. The export is an entry itself.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    void export(
            @RequestParam(name = "actor", required = false) @Nullable String actor,
            @RequestParam(name = "action", required = false) @Nullable String action,
            @RequestParam(name = "object", required = false) @Nullable String object,
            @RequestParam(name = "way", required = false) @Nullable String way,
            @RequestParam(name = "result", required = false) @Nullable String result,
            @RequestParam(name = "trace_id", required = false) @Nullable String trace,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        AuditFilter filter = filter(actor, action, object, way, result, trace, q, from, to);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        audit.export(filter, response.getOutputStream());
    }

    private AuditFilter filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String object,
            @Nullable String way,
            @Nullable String result,
            @Nullable String trace,
            @Nullable String q,
            @Nullable String from,
            @Nullable String to) {
        Period period = Period.of("", from, to, settings.timeZone());
        return new AuditFilter(
                actor,
                action,
                object,
                way == null ? null : oneOf("way", way, Way.values(), Way::code),
                result == null ? null : oneOf("result", result, AuditResult.values(), AuditResult::code),
                trace,
                q,
                period.from(),
                period.to());
    }

    private static <E> E oneOf(String field, String given, E[] values, Function<E, String> code) {
        List<String> known = Arrays.stream(values).map(code).toList();
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, "unknown-value", known));
    }
}
