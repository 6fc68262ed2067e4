package io.opsflow.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.opsflow.audit.AuditChecks;
import io.opsflow.audit.AuditReport;
import io.opsflow.design.Attempt;
import io.opsflow.design.Banner;
import io.opsflow.design.Formats;
import io.opsflow.design.LivePanel;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Texts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the log is as the program has written it, as the last check found; and the button that checks it again. */
final class AuditCheckPanel extends Composite<LivePanel> {

    private static final Duration REFRESH = Duration.ofSeconds(3);
    private static final int SHOWN = 10;

    private final AuditChecks checks;
    private final Texts texts;
    private final Div body = new Div();
    private AuditChecks.@Nullable State shown;

    AuditCheckPanel(AuditChecks checks, Texts texts) {
        this.checks = checks;
        this.texts = texts;
        body.addClassName("audit-check");
        refresh();
    }

    @Override
    protected LivePanel initContent() {
        return new LivePanel(REFRESH, this::refresh, body);
    }

    private void refresh() {
        AuditChecks.State state = checks.state();
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        body.removeAll();
        AuditReport report = state.report();
        Button check = new Button(getTranslation("audit.check"), click -> {
            Attempt.of(checks::begin, errors -> {});
            refresh();
        });
        check.addThemeNames("small");
        check.setEnabled(!state.running());
        Span says = new Span(sentence(state, report));
        says.getElement().setAttribute("role", "status");
        Tone tone = report == null || state.running() ? Tone.CALM : report.isIntact() ? Tone.GOOD : Tone.BAD;
        body.add(Banner.of(tone, says, check));
        if (report != null && !report.isIntact()) {
            body.add(findings(report));
        }
    }

    private String sentence(AuditChecks.State state, @Nullable AuditReport report) {
        if (state.running()) {
            return getTranslation("audit.check.running", state.seen(), Math.max(state.seen(), state.total()));
        }
        if (report == null) {
            return getTranslation("audit.check.never");
        }
        String at = Formats.dateTime(report.checkedAt());
        return report.isIntact()
                ? getTranslation("audit.check.intact", at, report.entries(), report.links(), report.waiting())
                : getTranslation("audit.check.broken", at, report.wrong());
    }

    private UnorderedList findings(AuditReport report) {
        UnorderedList list = new UnorderedList();
        List<String> sentences = report.findings().stream()
                .limit(SHOWN)
                .map(finding -> finding.sentence(texts, Formats.locale()))
                .toList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        if (report.wrong() > sentences.size()) {
            list.add(new ListItem(getTranslation("audit.check.more", report.wrong() - sentences.size())));
        }
        return list;
    }
}
