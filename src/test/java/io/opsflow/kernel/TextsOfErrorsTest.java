package io.opsflow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class TextsOfErrorsTest {

    private final Texts texts;

    TextsOfErrorsTest() throws IOException {
        texts = new Texts(new Messages().messageSource());
    }

    @Test
    void any_chinese_reads_chinese_and_everybody_else_english() {
        assertThat(Texts.language(Locale.CHINA)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Texts.language(Locale.forLanguageTag("zh-TW"))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Texts.language(Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
        assertThat(texts.get(Locale.forLanguageTag("zh"), "error.required", "标题"))
                .isEqualTo("请填写标题。");
        assertThat(texts.get(Locale.FRANCE, "error.required", "Title")).isEqualTo("Title is required.");
    }

    @Test
    void refused_fields_are_named_each_with_its_reason() {
        InvalidInput error = new InvalidInput(List.of(
                new FieldError("summary", "required", List.of()),
                new FieldError("size", "number-out-of-range", List.of(1, 200))));

        assertThat(texts.of(Locale.ENGLISH, error)).isEqualTo("summary is required. size must be from 1 to 200.");
    }

    @Test
    void arguments_that_are_keys_are_translated_and_unknown_ones_stand_for_themselves() {
        RuleViolated error =
                new RuleViolated(
                        "action-not-open", "T-1", "@action.review", List.of("@action.assign", "@action.dance")) {
                    private static final long serialVersionUID = 1L;
                };

        assertThat(texts.of(Locale.ENGLISH, error))
                .isEqualTo("T-1 is not waiting for \"review\". Possible now: assign, dance.");
        assertThat(texts.of(Locale.CHINA, error)).isEqualTo("T-1 当前不能执行“审核”，现在可以：指派、dance。");
    }

    @Test
    void what_callers_call_their_fields_is_no_pattern() {
        assertThat(texts.of(Locale.ENGLISH, new FieldError("${7*7} {", "required", List.of())))
                .isEqualTo("${7*7} { is required.");
    }

    @Test
    void half_characters_and_nulls_cannot_be_stored_and_emoji_can() {
        assertThat(Validation.isStorable("a\0b")).isFalse();
        assertThat(Validation.isStorable("\ud800")).isFalse();
        assertThat(Validation.isStorable("😀 工单\n")).isTrue();
    }

    @Test
    void a_text_that_shows_nothing_is_empty() {
        assertThat(Validation.isEmpty(" \u3000\u00a0\u200b\n")).isTrue();
        assertThat(Validation.isEmpty("\u200b工")).isFalse();
    }

    @Test
    void a_missing_text_is_an_error_and_not_a_guess() {
        assertThatThrownBy(() -> texts.get(Locale.ENGLISH, "no.such.text")).isInstanceOf(NoSuchMessageException.class);
    }
}
