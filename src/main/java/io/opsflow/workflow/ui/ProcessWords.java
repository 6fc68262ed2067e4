package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.Tone;
import io.opsflow.workflow.InstanceState;
import io.opsflow.workflow.InstanceSummary;
import io.opsflow.workflow.ModelSource;
import io.opsflow.workflow.ProcessDefinitionSummary;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Processes and what happens in them, in words and colours. */
final class ProcessWords {

    private ProcessWords() {}

    static String of(ModelSource source) {
        return I18NProvider.translate("workflow.source." + source.code());
    }

    static String of(InstanceState state) {
        return I18NProvider.translate("workflow.instance.state." + state.code());
    }

    static Chip chip(InstanceState state) {
        return Chip.of(
                of(state),
                switch (state) {
                    case RUNNING -> Tone.WORK;
                    case FAILED -> Tone.BAD;
                    case SUSPENDED -> Tone.WAIT;
                    case ENDED -> Tone.GOOD;
                    case CANCELLED -> Tone.CALM;
                });
    }

    /** Where the latest version comes from, and whether it can be started. */
    static Span source(ProcessDefinitionSummary process) {
        Span line = new Span();
        line.addClassName("ops-row");
        if (process.source() != null) {
            line.add(chip(process.source()));
        }
        if (process.suspended()) {
            line.add(chip(InstanceState.SUSPENDED));
        }
        return line;
    }

    static Chip chip(ModelSource source) {
        return Chip.of(of(source), source == ModelSource.BUNDLED ? Tone.CALM : Tone.WORK);
    }

    static Component failed(ProcessDefinitionSummary process) {
        return failed(process.failed());
    }

    /** Nothing is the good news and stays quiet. */
    static Component failed(@Nullable Long failed) {
        return failed == null || failed == 0
                ? new Span()
                : Chip.of(I18NProvider.translate("workflow.process.failed.of", failed), Tone.BAD);
    }

    /** Where an instance stands and since when, or where it ended. */
    static String standing(InstanceSummary instance) {
        return instance.standing().stream()
                .map(place -> place.since() == null || instance.endedAt() != null
                        ? place.name()
                        : place.name() + " · " + Formats.duration(Duration.between(place.since(), Formats.now())))
                .collect(Collectors.joining(I18NProvider.translate("monitor.separator")));
    }

    /** A version as it stands in an address; null for all of them, and for what is none. */
    static @Nullable Integer version(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,8}") ? Integer.valueOf(text) : null;
    }
}
