package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final People PEOPLE = new Engineers();

    @Test
    void a_decision_becomes_a_flag_whether_it_is_sent_as_text_or_as_a_flag() throws IOException {
        FormSchema review = form("review-ticket");

        assertThat(review.checked(Map.of("approved", "true"), PEOPLE, CHINESE))
                .containsExactly(entry("approved", true));
        assertThat(review.checked(Map.of("approved", false, "comment", "no money"), PEOPLE, CHINESE))
                .containsOnly(entry("approved", false), entry("comment", "no money"));
    }

    @Test
    void every_error_is_told_at_once_and_in_the_readers_language() throws IOException {
        FormSchema review = form("review-ticket");

        assertThatErrors(review, submitted("approved", "perhaps", "comment", "x".repeat(4001), "status", "closed"))
                .containsExactlyInAnyOrder(
                        tuple("status", "form-unknown-field", List.of("status")),
                        tuple("approved", "form-option", List.of("结论", "perhaps")),
                        tuple("comment", "form-too-long", List.of("审核意见", 4000)));
    }

    @Test
    void a_refusal_needs_its_comment_and_an_approval_does_not() throws IOException {
        FormSchema review = form("review-ticket");

        assertThatErrors(review, submitted("approved", "false", "comment", "  \u200b\u3000\n"))
                .containsExactly(tuple("comment", "form-required", List.of("审核意见")));
        assertThat(review.checked(submitted("approved", true, "comment", null), PEOPLE, CHINESE))
                .containsOnlyKeys("approved");
    }

    @Test
    void only_active_people_of_the_role_can_be_chosen() throws IOException {
        FormSchema assign = form("assign-ticket");

        assertThat(assign.checked(Map.of("assignee", "engineer"), PEOPLE, CHINESE))
                .containsEntry("assignee", "engineer");
        assertThatErrors(assign, submitted("assignee", "requester"))
                .containsExactly(tuple("assignee", "form-option", List.of("工程师", "requester")));
        assertThatErrors(assign, submitted()).containsExactly(tuple("assignee", "form-required", List.of("工程师")));
    }

    @Test
    void texts_keep_to_length_pattern_and_kind() {
        FormSchema form = one(
                """
                {"type": "textfield", "label": "Code", "validate": {
                  "minLength": 3, "maxLength": 5, "pattern": "^[a-z]+$", "patternErrorMessage": "Small letters only."},
                 "properties": {"validate.patternErrorMessage.zh_CN": "只能用小写字母。"}}""");

        assertThat(form.checked(Map.of("answer", "abcd"), PEOPLE, CHINESE)).containsEntry("answer", "abcd");
        assertThatErrors(form, submitted("answer", "ab"))
                .containsExactly(tuple("answer", "form-too-short", List.of("Code", 3)));
        assertThatErrors(form, submitted("answer", "abcdef"))
                .containsExactly(tuple("answer", "form-too-long", List.of("Code", 5)));
        assertThatErrors(form, submitted("answer", "AB12"))
                .containsExactly(tuple("answer", "form-pattern-explained", List.of("Code", "只能用小写字母。")));
        assertThatErrors(form, submitted("answer", 1234))
                .containsExactly(tuple("answer", "form-type", List.of("Code")));
        assertThatErrors(form, submitted("answer", Map.of("a", 1)))
                .containsExactly(tuple("answer", "form-type", List.of("Code")));
    }

    @Test
    void numbers_keep_to_range_and_decimals() {
        FormSchema form = one(
                """
                {"type": "number", "label": "Hours", "decimalDigits": 1, "validate": {"min": 0.5, "max": 40}}""");

        assertThat(form.checked(Map.of("answer", 7.5), PEOPLE, CHINESE)).containsEntry("answer", new BigDecimal("7.5"));
        assertThatErrors(form, submitted("answer", 0))
                .containsExactly(tuple("answer", "form-min", List.of("Hours", "0.5")));
        assertThatErrors(form, submitted("answer", 9999))
                .containsExactly(tuple("answer", "form-max", List.of("Hours", "40")));
        assertThatErrors(form, submitted("answer", 7.25))
                .containsExactly(tuple("answer", "form-decimals", List.of("Hours", 1)));
        for (Object wrong : List.of("8", Double.NaN, new BigDecimal("1e999999999"), true)) {
            assertThatErrors(form, submitted("answer", wrong))
                    .containsExactly(tuple("answer", "form-type", List.of("Hours")));
        }
    }

    @Test
    void whole_numbers_are_whole() {
        FormSchema form = one("{\"type\": \"number\", \"label\": \"Units\", \"decimalDigits\": 0}");

        assertThat(form.checked(Map.of("answer", 12), PEOPLE, CHINESE)).containsEntry("answer", 12L);
    }

    @Test
    void a_required_checkbox_must_be_ticked() {
        FormSchema form = one("{\"type\": \"checkbox\", \"label\": \"Checked\", \"validate\": {\"required\": true}}");

        assertThat(form.checked(Map.of("answer", true), PEOPLE, CHINESE)).containsEntry("answer", true);
        assertThatErrors(form, submitted("answer", false))
                .containsExactly(tuple("answer", "form-required", List.of("Checked")));
        assertThatErrors(form, submitted("answer", "true"))
                .containsExactly(tuple("answer", "form-type", List.of("Checked")));
    }

    @Test
    void several_choices_are_a_list_of_known_values() {
        FormSchema form = one(
                """
                {"type": "checklist", "label": "Parts", "values": [
                  {"label": "Disk", "value": "disk"}, {"label": "Fan", "value": "fan"}]}""");

        assertThat(form.checked(Map.of("answer", List.of("fan", "disk")), PEOPLE, CHINESE))
                .containsEntry("answer", List.of("fan", "disk"));
        assertThat(form.checked(Map.of("answer", List.of()), PEOPLE, CHINESE)).isEmpty();
        for (List<String> wrong : List.of(List.of("fan", "cpu"), List.of("fan", "fan"))) {
            assertThatErrors(form, submitted("answer", wrong))
                    .extracting(tuple -> tuple.toList().get(1))
                    .containsExactly("form-option");
        }
        assertThatErrors(form, submitted("answer", "fan"))
                .containsExactly(tuple("answer", "form-type", List.of("Parts")));
    }

    @Test
    void a_list_of_which_all_is_asked_is_ticked_from_top_to_bottom() {
        FormSchema form = one(
                """
                {"type": "checklist", "label": "Parts", "properties": {"all": "true"}, "values": [
                  {"label": "Disk", "value": "disk"}, {"label": "Fan", "value": "fan"}]}""");

        assertThat(form.checked(Map.of("answer", List.of("fan", "disk")), PEOPLE, CHINESE))
                .containsOnlyKeys("answer");
        assertThatErrors(form, submitted("answer", List.of("fan")))
                .containsExactly(tuple("answer", "form-all", List.of("Parts")));
    }

    @ParameterizedTest
    @CsvSource({"date, 2026-11-20", "time, 09:30", "time, 09:30+08:00"})
    void dates_and_times_are_accepted_as_the_browser_sends_them(String kind, String sent) {
        assertThat(date(kind).checked(Map.of("answer", sent), PEOPLE, CHINESE)).containsEntry("answer", sent);
    }

    @ParameterizedTest
    @CsvSource({
        "date, 20.11.2026",
        "date, 2026-02-30",
        "time, 25:00",
        "datetime, 2026-11-20",
        "datetime, 2026-11-20T09:30X",
        "datetime, 0001-01-01T00:00",
        "datetime, +123456-01-01T00:00",
        "datetime, now"
    })
    void other_dates_are_refused(String kind, String sent) {
        assertThatErrors(date(kind), submitted("answer", sent))
                .containsExactly(tuple("answer", "form-date", List.of("When")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:30, 2026-11-20T01:30:00Z",
        "2026-11-20T09:30Z, 2026-11-20T09:30:00Z",
        "2026-11-20T09:30-05:00, 2026-11-20T14:30:00Z"
    })
    void a_date_with_its_time_is_a_moment_in_the_zone_of_who_sends_it(String sent, Instant meant) {
        assertThat(date("datetime").checked(Map.of("answer", sent), PEOPLE, CHINESE))
                .containsEntry("answer", meant);
    }

    @Test
    void a_moment_is_shown_and_sent_back_in_the_zone_of_its_reader() throws JsonProcessingException {
        FormSchema form =
                one("{\"type\": \"datetime\", \"subtype\": \"datetime\", \"dateLabel\": \"When\", \"readonly\": true,"
                        + " \"timeSerializingFormat\": \"utc_normalized\"}");
        Map<String, Object> shown = Map.of("answer", Date.from(Instant.parse("2026-11-20T01:30:00Z")));

        String text = json(form.data(shown, PEOPLE)).path("answer").asText();

        assertThat(text).isEqualTo("2026-11-20T09:30");
        assertThat(json(form.localized(Locale.ENGLISH, PEOPLE))
                        .at("/components/0/timeSerializingFormat")
                        .asText())
                .isEqualTo("no_timezone");
        assertThat(form.checked(Map.of("answer", text), shown, PEOPLE, CHINESE)).isEmpty();
        assertThat(catchThrowableOfType(
                                InvalidInput.class,
                                () -> form.checked(Map.of("answer", "2026-11-20T01:30"), shown, PEOPLE, CHINESE))
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("form-readonly");
    }

    @Test
    void a_read_only_field_is_no_answer_and_cannot_be_forged() {
        FormSchema form = one("{\"type\": \"number\", \"label\": \"Cost\", \"readonly\": true}");
        Map<String, Object> shown = Map.of("answer", 100L);

        assertThat(form.readOnlyKeys()).containsExactly("answer");
        assertThat(form.checked(Map.of("answer", 100), shown, PEOPLE, CHINESE)).isEmpty();
        assertThat(form.checked(Map.of(), shown, PEOPLE, CHINESE)).isEmpty();
        assertThat(catchThrowableOfType(
                                InvalidInput.class, () -> form.checked(Map.of("answer", 1), shown, PEOPLE, CHINESE))
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("form-readonly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "^(a|aa)+$",
                "^((((((((((a?)*)*)*)*)*)*)*)*)*)*$",
                "^(a*)*b?$",
                "^(a|b)*$",
                "((){99}){99}b$"
            })
    void an_expression_that_explodes_does_not_hold_the_server(String expression) {
        FormSchema form = patterned(expression);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThatErrors(form, submitted("answer", "a".repeat(999) + "!"))
                        .containsExactly(tuple("answer", "form-pattern", List.of("A"))));
    }

    @Test
    void an_expression_is_found_anywhere_in_the_text_as_in_a_browser() {
        FormSchema form = patterned("[0-9]{2,}");

        assertThat(form.checked(Map.of("answer", "rack 42"), PEOPLE, CHINESE)).containsEntry("answer", "rack 42");
        assertThatErrors(form, submitted("answer", "rack 4"))
                .containsExactly(tuple("answer", "form-pattern", List.of("A")));
    }

    @Test
    void what_is_sent_cannot_name_a_message_key() throws IOException {
        assertThatErrors(form("review-ticket"), submitted("approved", "@error.x", "@error.y", "1"))
                .containsExactlyInAnyOrder(
                        tuple("error.y", "form-unknown-field", List.of("error.y")),
                        tuple("approved", "form-option", List.of("结论", "error.x")));
    }

    @Test
    void a_reader_of_chinese_gets_chinese_texts_and_the_people() throws IOException {
        JsonNode assign = json(form("assign-ticket").localized(CHINESE, PEOPLE)).path("components");

        assertThat(assign.path(0).path("label").asText()).isEqualTo("工程师");
        assertThat(assign.path(0).path("values").path(0).path("label").asText()).isEqualTo("韩梅（engineer）");
        assertThat(assign.path(0).path("values").path(0).path("value").asText()).isEqualTo("engineer");
        assertThat(assign.toString()).doesNotContain("zh_CN");
        JsonNode review = json(form("review-ticket").localized(CHINESE, PEOPLE)).path("components");
        assertThat(review.path(0).path("values").findValuesAsText("label")).containsExactly("通过", "不通过，直接结单");
        assertThat(review.path(1).path("description").asText()).isEqualTo("不通过时必填。");
        assertThat(review.path(1).path("properties").path("requiredWhen").asText())
                .isEqualTo("approved=false");
    }

    @Test
    void a_reader_of_english_gets_english_texts() throws IOException {
        JsonNode review =
                json(form("review-ticket").localized(Locale.ENGLISH, PEOPLE)).path("components");

        assertThat(review.path(0).path("label").asText()).isEqualTo("Decision");
        assertThat(review.toString()).doesNotContain("zh_CN").doesNotContain("通过");
    }

    @Test
    void what_the_form_shows_is_written_as_its_fields_expect_it() {
        FormSchema form = one("{\"type\": \"checkbox\", \"label\": \"Checked\", \"readonly\": true}");

        assertThat(form.data(Map.of("answer", true, "hours", new BigDecimal("7.5")), PEOPLE))
                .contains("\"answer\":true")
                .contains("\"hours\":7.5");
    }

    @Test
    void a_form_that_was_let_pass_once_can_be_finished() {
        FormSchema form = FormSchema.parse(
                """
                {"id": "old", "schemaVersion": 99, "components": [
                  {"id": "a", "type": "html", "content": "old"},
                  {"id": "b", "key": "answer", "type": "textfield", "label": "A", "conditional": {"hide": "=no"}}]}""");

        assertThat(form.checked(Map.of("answer", "yes"), PEOPLE, CHINESE)).containsEntry("answer", "yes");
        assertThat(form.localized(CHINESE, PEOPLE)).contains("html");
    }

    @Test
    void what_is_not_a_form_is_refused() {
        for (String broken : List.of(
                "",
                "[]",
                "{",
                "{\"components\": 1}",
                "{\"id\":\"a\",\"id\":\"b\",\"components\":[]}",
                "{\"id\": \"a\", \"components\": []} x",
                "{\"a\":".repeat(50) + "1" + "}".repeat(50))) {
            assertThatThrownBy(() -> FormSchema.parse(broken)).as(broken).isInstanceOf(BrokenForm.class);
        }
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ?> assertThatErrors(
            FormSchema form, Map<String, Object> submitted) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> form.checked(submitted, PEOPLE, CHINESE));
        return assertThat(refused.errors()).extracting(FieldError::field, FieldError::code, FieldError::args);
    }

    private static Map<String, Object> submitted(@Nullable Object... keysAndValues) {
        Map<String, Object> submitted = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            submitted.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return submitted;
    }

    private static FormSchema form(String id) throws IOException {
        return FormSchema.parse(Files.readString(Path.of("forms/tickets", id + ".form")));
    }

    /** A form with one field, whose key is {@code answer}. */
    private static FormSchema one(String component) {
        return FormSchema.parse("{\"id\": \"example\", \"components\": [{\"id\": \"a\", \"key\": \"answer\", "
                + component.strip().substring(1) + "]}");
    }

    private static FormSchema patterned(String expression) {
        return one("{\"type\": \"textfield\", \"label\": \"A\", \"validate\": {\"pattern\": \"" + expression + "\"}}");
    }

    private static FormSchema date(String subtype) {
        return one("{\"type\": \"datetime\", \"subtype\": \"" + subtype + "\", \"dateLabel\": \"When\"}");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    private static final class Engineers implements People {

        @Override
        public Optional<Person> find(String username) {
            return Optional.empty();
        }

        @Override
        public List<Person> withRole(String roleCode) {
            return roleCode.equals("ENGINEER") ? List.of(new Person("engineer", "韩梅")) : List.of();
        }

        @Override
        public Set<String> roleCodes() {
            return Set.of("ENGINEER");
        }

        @Override
        public Set<String> groupCodes() {
            return Set.of();
        }

        @Override
        public Set<String> membershipsOf(String username) {
            return Set.of();
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Map<String, String> namesOf(Collection<String> usernames) {
            return Map.of();
        }
    }
}
