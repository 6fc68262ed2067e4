package io.opsflow.assets;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file: a field of the API, as people write it in spreadsheets.
 *
 * @param name  the field
 * @param type  what it holds
 * @param words where the words for its codes stand ({@code assets.face.}); null where it has no codes
 * @param codes its codes
 */
record FileColumn(String name, Holds type, @Nullable String words, List<String> codes) {

    enum Holds {
        TEXT,
        INTEGER,
        DECIMAL,
        DAY,
        LIST,
        CODE
    }

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:-|/|\\.|月)(\\d{1,2})日?(?:[ T]0?0:00(?::00)?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})");
    private static final Pattern COMPACT = Pattern.compile("(19|20)\\d{6}");
    private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}(\\.\\d+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    static FileColumn of(String name, Holds type) {
        return new FileColumn(name, type, null, List.of());
    }

    static FileColumn code(String name, String words, String... codes) {
        return new FileColumn(name, Holds.CODE, words, List.of(codes));
    }

    /**
     * What a cell says: a value for the API, or what is wrong with it. An empty cell empties the field.
     *
     * @param value null for an empty field
     */
    record Cell(@Nullable Object value, @Nullable FieldError error) {}

    Cell read(String raw, Texts texts) {
        String text = Names.text(raw);
        if (text == null) {
            return new Cell(null, null);
        }
        if (text.startsWith(TableFiles.FORMULA)) {
            return refused("cell-formula");
        }
        if (text.startsWith(TableFiles.BROKEN)) {
            return refused("cell-broken");
        }
        return switch (type) {
            case TEXT -> new Cell(text, null);
            case INTEGER -> integer(text);
            case DECIMAL -> decimal(text);
            case DAY -> day(text);
            case LIST -> new Cell(FactFields.words(text), null);
            case CODE -> code(text, texts);
        };
    }

    private Cell integer(String text) {
        String plain = plain(text).replaceFirst("\\.0+$", "");
        return plain.matches("[+-]?\\d{1,9}")
                ? new Cell(Integer.valueOf(plain), null)
                : refused("whole-number-unreadable");
    }

    private Cell decimal(String text) {
        String plain = plain(text);
        return plain.matches("[+-]?\\d{1,18}(\\.\\d{1,15})?")
                ? new Cell(new BigDecimal(plain), null)
                : refused("number-unreadable");
    }

    /** Without the commas between thousands. */
    private static String plain(String text) {
        return text.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "") : text;
    }

    /** 3/4/2024 is two days, depending on who writes it, and none here. */
    private Cell day(String text) {
        try {
            Matcher parts = DAY.matcher(text);
            if (parts.matches()) {
                return day(parts.group(1), parts.group(2), parts.group(3));
            }
            Matcher dayFirst = DAY_FIRST.matcher(text);
            if (dayFirst.matches()) {
                return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
            }
            if (COMPACT.matcher(text).matches()) {
                return day(text.substring(0, 4), text.substring(4, 6), text.substring(6));
            }
        } catch (DateTimeException noSuchDay) {
            return refused("date-unreadable");
        }
        return SERIAL.matcher(text).matches()
                ? new Cell(
                        SERIAL_ZERO
                                .plusDays(Long.parseLong(text.replaceFirst("\\..*", "")))
                                .toString(),
                        null)
                : refused("date-unreadable");
    }

    private static Cell day(String year, String month, String day) {
        return new Cell(
                LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                        .toString(),
                null);
    }

    private Cell code(String text, Texts texts) {
        for (String code : codes) {
            if (code.equalsIgnoreCase(text)
                    || Texts.LANGUAGES.stream()
                            .map(language -> texts.get(language, words + code))
                            .anyMatch(text::equalsIgnoreCase)) {
                return new Cell(code, null);
            }
        }
        return new Cell(null, new FieldError(name, "unknown-value", List.of(String.join(", ", codes))));
    }

    private Cell refused(String code) {
        return new Cell(null, new FieldError(name, code, List.of()));
    }

    /** Whether a heading means this column: its name, or what people read on the screens in either language. */
    boolean isHeadedBy(String heading, Texts texts) {
        String wanted = heading.strip();
        return name.equalsIgnoreCase(wanted)
                || Texts.LANGUAGES.stream()
                        .anyMatch(language -> label(texts, language).equalsIgnoreCase(wanted));
    }

    private String label(Texts texts, Locale language) {
        return name.startsWith("custom.")
                ? name.substring("custom.".length())
                : texts.get(language, "assets.f." + name);
    }
}
