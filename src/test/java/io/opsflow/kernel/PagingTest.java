package io.opsflow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    @ParameterizedTest
    @CsvSource({"-1, 50, page", "0, 0, size", "0, 201, size", "200, 50, page", "2147483647, 200, page"})
    void what_no_list_can_answer_is_refused_with_the_parameter_s_name(int page, int size, String parameter) {
        assertThatThrownBy(() -> new Paging(page, size, null, null))
                .isInstanceOfSatisfying(InvalidInput.class, error -> assertThat(error.errors())
                        .extracting(FieldError::field)
                        .containsExactly(parameter));
    }

    @Test
    void a_cursor_reaches_any_depth() {
        assertThat(new Paging(0, 200, null, "cursor").after()).isEqualTo("cursor");
        assertThat(new Paging(199, 50, null, null).offset()).isEqualTo(9950);
    }
}
