package io.opsflow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @Test
    void the_last_day_of_the_last_year_is_a_whole_day() {
        assertThat(Period.of("created_", "1970-01-01", "9998-12-31", ZoneOffset.UTC))
                .isEqualTo(new Period(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9999-12-31", "1969-12-31", "+999999999-12-31T00:00:00Z", "-999999999-01-01T00:00:00Z", "today"})
    void years_that_no_ticket_has_are_unreadable(String time) {
        assertThatThrownBy(() -> Period.of("created_", time, null, ZoneOffset.UTC))
                .isInstanceOf(InvalidInput.class);
    }
}
