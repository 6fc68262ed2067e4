package io.opsflow.assets.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.BulkEdit;
import io.opsflow.assets.BulkEdits;
import io.opsflow.assets.BulkResult;
import io.opsflow.assets.BulkRun;
import io.opsflow.design.Ago;
import io.opsflow.design.Attempt;
import io.opsflow.design.Banner;
import io.opsflow.design.Formats;
import io.opsflow.design.LivePanel;
import io.opsflow.design.Table;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Texts;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes many objects together: what is filled in is set, then the dialog tells how far it is and what refused. */
final class BulkDialog extends Dialog {

    private static final int SHOWN = 100;
    private static final Duration RECENT = Duration.ofDays(1);

    private final BulkEdits edits;
    private final AssetKind kind;
    private final FactsForm form;
    private final Function<Map<String, @Nullable Object>, BulkEdit> edit;
    private final Runnable done;
    private final Div state = new Div();
    private final Button go;

    BulkDialog(
            BulkEdits edits,
            AssetKind kind,
            FactsForm form,
            int concerned,
            Function<Map<String, @Nullable Object>, BulkEdit> edit,
            Runnable done) {
        this.edits = edits;
        this.kind = kind;
        this.form = form;
        this.edit = edit;
        this.done = done;
        addClassName("asset-dialog");
        setHeaderTitle(getTranslation("assets.bulk.title", concerned));
        form.show(Map.of());
        add(state, new Paragraph(getTranslation("assets.bulk.hint")), form);
        edits.latest().filter(BulkDialog::isRecent).ifPresent(this::offer);
        Button close = new Button(getTranslation("assets.bulk.close"), click -> close());
        close.addThemeNames("tertiary");
        go = new Button(getTranslation("assets.bulk.go", concerned), click -> begin());
        go.addThemeNames("primary");
        getFooter().add(close, go);
    }

    private static boolean isRecent(BulkRun run) {
        return Duration.between(run.begunAt(), Formats.now()).compareTo(RECENT) < 0;
    }

    /** Whoever has closed the dialog finds the run again here. */
    private void offer(BulkRun earlier) {
        String title = getTranslation("assets.bulk.earlier");
        Button look = new Button(title, click -> {
            setHeaderTitle(title);
            watch(earlier.id());
        });
        look.addThemeNames("tertiary");
        add(new Div(look, Ago.of(earlier.begunAt())));
    }

    private void watch(String id) {
        removeAll();
        getFooter().remove(go);
        add(new LivePanel(Duration.ofSeconds(1), () -> show(id), state));
        show(id);
    }

    private void begin() {
        state.removeAll();
        Attempt.of(
                () -> watch(edits.begin(kind, edit.apply(form.values()), Texts.language(Formats.locale()))), errors -> {
                    if (errors.stream().anyMatch(error -> error.field().equals("fields"))) {
                        state.add(Banner.of(Tone.BAD, getTranslation("assets.bulk.nothing")));
                    } else {
                        form.refuse(errors);
                    }
                });
    }

    private void show(String id) {
        BulkRun run = edits.run(id);
        state.removeAll();
        switch (run.phase()) {
            case RUNNING -> {
                ProgressBar bar = new ProgressBar(0, Math.max(1, run.total()), run.done());
                bar.getElement().setAttribute("aria-label", getTranslation("assets.bulk"));
                state.add(bar, said(getTranslation("assets.bulk.progress", run.done(), run.total())));
            }
            // Each is changed for itself: those before stay changed.
            case FAILED, INTERRUPTED ->
                ended(Banner.of(Tone.WAIT, getTranslation("assets.bulk.interrupted", run.done(), run.total())));
            case DONE -> {
                if (run.result() != null) {
                    show(run.result());
                }
            }
        }
    }

    private void ended(Banner banner) {
        removeAll();
        add(state);
        state.add(banner);
        done.run();
    }

    private void show(BulkResult result) {
        Tone tone = result.refused() == 0 ? Tone.GOOD : Tone.WAIT;
        ended(Banner.of(
                tone,
                said(getTranslation("assets.bulk.result", result.changed(), result.unchanged(), result.refused()))));
        if (!result.errors().isEmpty()) {
            Table table = new Table(
                    getTranslation("assets.bulk.errors"),
                    getTranslation("assets.bulk.object"),
                    getTranslation("assets.import.message"));
            result.errors().stream()
                    .limit(SHOWN)
                    .forEach(error -> table.row(new Span(error.name()), new Span(error.message())));
            state.add(table);
        }
    }

    private static Span said(String text) {
        Span span = new Span(text);
        span.getElement().setAttribute("role", "status");
        return span;
    }
}
