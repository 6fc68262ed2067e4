package io.opsflow.workflow;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Validation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares one set of answers with its form and collects everything that is wrong. */
final class AnswerCheck {

    /** More errors than this help nobody. */
    private static final int MOST_ERRORS = 50;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{3,24}");

    /** {@code 2026-11-20T09:30}, with or without an offset, as form-js sends it. */
    private static final DateTimeFormatter DATE_AND_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    /** What every database can keep. */
    private static final Instant EARLIEST = Instant.parse("1000-01-02T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final FormSchema form;
    private final People people;
    private final Locale locale;
    private final List<FieldError> errors = new ArrayList<>();

    AnswerCheck(FormSchema form, People people, Locale locale) {
        this.form = form;
        this.people = people;
        this.locale = locale;
    }

    Map<String, Object> checked(Map<String, Object> submitted, Map<String, Object> shown) {
        submitted.keySet().stream()
                .filter(key -> form.field(key).isEmpty())
                .limit(MOST_ERRORS)
                .forEach(key ->
                        errors.add(new FieldError(shortened(key), "form-unknown-field", List.of(shortened(key)))));
        Map<String, Object> answers = new LinkedHashMap<>();
        for (FormField field : form.fields()) {
            if (field.isAsked()) {
                Object sent = submitted.get(field.key());
                if (field.locked()) {
                    locked(field, sent, shown.get(field.key()));
                } else {
                    answer(field, sent).ifPresent(value -> answers.put(field.key(), value));
                }
            }
        }
        for (FormField field : form.fields()) {
            field.requiredWhen()
                    .filter(when -> when.value().equals(String.valueOf(answers.get(when.field()))))
                    .filter(when -> isEmpty(submitted.get(field.key())) && !field.required() && !field.locked())
                    .ifPresent(when -> refuse(field, "form-required"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
        return answers;
    }

    private void locked(FormField field, @Nullable Object sent, @Nullable Object shown) {
        Object known = field.isInstant() && sent instanceof String text
                ? instant(text).<Object>map(instant -> instant).orElse(sent)
                : sent;
        if (!isEmpty(sent) && !plain(known).equals(plain(shown))) {
            refuse(field, "form-readonly");
        }
    }

    private Optional<Object> answer(FormField field, @Nullable Object sent) {
        boolean unticked = field.type() == FormField.Type.CHECKBOX && Boolean.FALSE.equals(sent);
        if (sent == null || isEmpty(sent) || unticked) {
            if (field.required()) {
                refuse(field, "form-required");
            }
            return unticked && sent != null ? Optional.of(sent) : Optional.empty();
        }
        if (field.isFlag()) {
            return flag(field, sent);
        }
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field, sent);
            case NUMBER -> number(field, sent);
            case RADIO, SELECT -> choice(field, sent);
            case CHECKLIST, TAGLIST -> choices(field, sent);
            case DATETIME -> time(field, sent);
            case CHECKBOX, TEXT -> Optional.empty();
        };
    }

    private Optional<Object> flag(FormField field, Object sent) {
        if (sent instanceof Boolean) {
            return Optional.of(sent);
        }
        if (sent instanceof String text && field.type() != FormField.Type.CHECKBOX) {
            if (text.equals("true") || text.equals("false")) {
                return Optional.of(text.equals("true"));
            }
            return refuse(field, "form-option", shortened(text));
        }
        return refuse(field, "form-type");
    }

    private Optional<Object> text(FormField field, Object sent) {
        if (!(sent instanceof String text) || !Validation.isStorable(text)) {
            return refuse(field, "form-type");
        }
        FormField.Limits limits = field.limits();
        int most = limits.pattern() == null
                ? limits.maxLength()
                : Math.min(limits.maxLength(), BoundedPattern.LONGEST_TEXT);
        if (text.length() > most) {
            return refuse(field, "form-too-long", most);
        }
        if (text.length() < limits.minLength()) {
            return refuse(field, "form-too-short", limits.minLength());
        }
        if (limits.pattern() != null && !limits.pattern().found(text)) {
            String own = field.patternText(locale);
            return own.isBlank() ? refuse(field, "form-pattern") : refuse(field, "form-pattern-explained", own);
        }
        if (limits.format().equals("email") && !EMAIL.matcher(text).matches()) {
            return refuse(field, "form-email");
        }
        if (limits.format().equals("phone") && !PHONE.matcher(text).matches()) {
            return refuse(field, "form-phone");
        }
        return Optional.of(text);
    }

    private Optional<Object> number(FormField field, Object sent) {
        FormField.Limits limits = field.limits();
        if (!(sent instanceof Number) && !(sent instanceof String && limits.asText())) {
            return refuse(field, "form-type");
        }
        Optional<BigDecimal> read = Numbers.of(sent);
        if (read.isEmpty()) {
            return refuse(field, "form-type");
        }
        BigDecimal number = read.get();
        if (limits.min() != null && number.compareTo(limits.min()) < 0) {
            return refuse(field, "form-min", limits.min().toPlainString());
        }
        if (limits.max() != null && number.compareTo(limits.max()) > 0) {
            return refuse(field, "form-max", limits.max().toPlainString());
        }
        if (limits.decimals() != null && number.stripTrailingZeros().scale() > limits.decimals()) {
            return refuse(field, "form-decimals", limits.decimals());
        }
        boolean whole = limits.decimals() != null && limits.decimals() == 0;
        return Optional.of(
                whole && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                        ? (Object) number.longValueExact()
                        : number);
    }

    private Optional<Object> choice(FormField field, Object sent) {
        if (!(sent instanceof String value)) {
            return refuse(field, "form-type");
        }
        return choices(field).contains(value) ? Optional.of(value) : refuse(field, "form-option", shortened(value));
    }

    private Optional<Object> choices(FormField field, Object sent) {
        if (!(sent instanceof Collection<?> list)) {
            return refuse(field, "form-type");
        }
        Set<String> known = choices(field);
        Set<String> chosen = new LinkedHashSet<>();
        for (Object value : list) {
            if (!(value instanceof String text) || !known.contains(text) || !chosen.add(text)) {
                return refuse(field, "form-option", shortened(String.valueOf(value)));
            }
        }
        if (field.isAll() && chosen.size() < known.size()) {
            return refuse(field, "form-all");
        }
        return Optional.of(List.copyOf(chosen));
    }

    private Set<String> choices(FormField field) {
        Set<String> values = new LinkedHashSet<>();
        field.options().forEach(option -> values.add(option.value()));
        field.people().ifPresent(role -> people.withRole(role).forEach(person -> values.add(person.username())));
        return values;
    }

    private Optional<Object> time(FormField field, Object sent) {
        if (!(sent instanceof String text) || text.length() > 40) {
            return refuse(field, "form-type");
        }
        if (field.isInstant()) {
            Optional<Instant> instant = instant(text);
            return instant.isPresent() ? Optional.of(instant.get()) : refuse(field, "form-date");
        }
        try {
            TemporalAccessor time = field.subtype().equals("date")
                    ? LocalDate.parse(text)
                    : DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
            return Optional.of(time).map(understood -> text);
        } catch (DateTimeException notATime) {
            return refuse(field, "form-date");
        }
    }

    /** The moment that a date and a time mean to the person who sends them; with an offset, to everybody. */
    private Optional<Instant> instant(String text) {
        try {
            TemporalAccessor time = DATE_AND_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = time instanceof LocalDateTime local
                    ? local.atZone(people.zone()).toInstant()
                    : Instant.from(time);
            return Optional.of(instant).filter(one -> one.isAfter(EARLIEST) && one.isBefore(LATEST));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private Optional<Object> refuse(FormField field, String code, Object... args) {
        List<Object> all = new ArrayList<>();
        all.add(field.label(locale));
        all.addAll(List.of(args));
        errors.add(new FieldError(field.key(), code, all));
        return Optional.empty();
    }

    /** A value as text, the same for all ways in which it can be sent and kept. */
    private static String plain(@Nullable Object value) {
        if (value instanceof Number) {
            return Numbers.of(value)
                    .map(number -> number.stripTrailingZeros().toPlainString())
                    .orElse("");
        }
        return value instanceof Date date ? date.toInstant().toString() : String.valueOf(value);
    }

    private static boolean isEmpty(@Nullable Object sent) {
        return sent == null
                || (sent instanceof String text && Validation.isEmpty(text))
                || (sent instanceof Collection<?> list && list.isEmpty());
    }

    /** What somebody sent, short enough for a sentence; an at sign in front would make it a message key. */
    private static String shortened(String text) {
        String plain = text.replaceFirst("^@+", "");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }
}
