package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ParseUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check lets pass, the engine understands when the time comes. */
class SpansTest {

    private static final Date NOW = Date.from(java.time.Instant.parse("2026-11-21T09:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT4H", "P3D", "P1Y2M3DT4H5M6S", "PT90M", "P10Y", "P2W"})
    void a_span_is_a_timer_and_a_deadline_of_the_engine(String text) {
        assertThat(Spans.isSpan(text)).isTrue();
        assertThat(new DurationBusinessCalendar().resolveDuedate(text, NOW)).isAfter(NOW);
        assertThat(new DueDateBusinessCalendar().resolveDuedate(text, NOW)).isAfter(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T09:00:00+08:00", "2026-12-01T01:00:00Z", "2026-12-01T01:00:00.000Z"})
    void a_moment_is_the_same_moment_for_the_engine(String text) {
        assertThat(Spans.isMoment(text)).isTrue();
        assertThat(new DueDateBusinessCalendar().resolveDuedate(text, NOW)).isEqualTo("2026-12-01T01:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R3/PT1H",
                "R1000/P1D",
                "R3/2026-12-01T09:00:00+08:00/PT1H",
                "R3/PT1H/2026-12-01T09:00:00Z",
                "R3/P1W"
            })
    void a_repetition_is_one_for_the_engine(String text) {
        assertThat(Spans.isRepetition(text)).isTrue();
        assertThat(new CycleBusinessCalendar().resolveDuedate(text, NOW)).isAfter(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R5/PT1M", "PT1M", "PT1M,PT10M, PT1H", "R2/P1W"})
    void a_retry_is_one_for_the_engine(String text) {
        assertThat(Spans.isRetry(text)).isTrue();
        assertThat(ParseUtil.parseRetryIntervals(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P36500D", "365"})
    void days_are_days_for_the_engine(String text) {
        assertThat(Spans.isDays(text)).isTrue();
        assertThat(ParseUtil.parseHistoryTimeToLive(text)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1W2D",
                "P-1D",
                "-P1D",
                "PT0S",
                "P11Y",
                "P1DT",
                "1h",
                "${x}",
                "P99999999D",
                "PT1.5S"
            })
    void anything_else_is_no_span(String text) {
        assertThat(Spans.isSpan(text)).isFalse();
        assertThat(Spans.isRetry(text)).isFalse();
    }
}
