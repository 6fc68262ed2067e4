package io.opsflow.audit.ui;

import io.opsflow.audit.AuditFilter;
import io.opsflow.audit.AuditResult;
import io.opsflow.audit.Way;
import io.opsflow.design.Filters;
import io.opsflow.design.Formats;
import io.opsflow.kernel.Period;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of the list, between the page's address and the front door. */
final class AuditFilters {

    static final String TEXT = "q";
    static final String ACTOR = "actor";
    static final String ACTION = "action";
    static final String OBJECT = "object";
    static final String RESULT = "result";
    static final String WAY = "way";
    static final String TRACE = "trace_id";
    static final String FROM = "from";
    static final String TO = "to";

    private AuditFilters() {}

    static AuditFilter of(Filters filters) {
        Period days = days(filters);
        return new AuditFilter(
                filters.get(ACTOR),
                filters.get(ACTION),
                filters.get(OBJECT),
                one(filters.get(WAY), Way.values(), Way::code),
                one(filters.get(RESULT), AuditResult.values(), AuditResult::code),
                filters.get(TRACE),
                filters.get(TEXT),
                days.from(),
                days.to());
    }

    /** Days are days in the reader's zone; the last one counts in full. */
    static Period days(Filters filters) {
        String from = day(filters.get(FROM));
        String to = day(filters.get(TO));
        return Period.of("", from, to, Formats.zone());
    }

    private static @Nullable String day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text).toString();
        } catch (DateTimeParseException notADay) {
            return null; // somebody wrote the address by hand
        }
    }

    private static <E> @Nullable E one(@Nullable String code, E[] values, Function<E, String> codeOf) {
        return Arrays.stream(values)
                .filter(value -> codeOf.apply(value).equals(code))
                .findFirst()
                .orElse(null);
    }
}
