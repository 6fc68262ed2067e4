package io.opsflow.assets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.opsflow.assets.AssetImports;
import io.opsflow.assets.ImportResult;
import io.opsflow.assets.ImportRun;
import io.opsflow.design.Ago;
import io.opsflow.design.Banner;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import io.opsflow.design.Table;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Texts;
import io.opsflow.longwork.LongWork.Phase;
import org.jspecify.annotations.Nullable;

/** How somebody's last import fares, what came of it, and what can be done next. */
final class ImportPanel extends Composite<Div> {

    private static final int SHOWN = 100;

    private final AssetImports imports;
    private final Div refused = new Div();
    private final Div state = new Div();
    private @Nullable ImportRun shown;

    ImportPanel(AssetImports imports) {
        this.imports = imports;
        getContent().addClassName("asset-import-state");
        getContent().add(refused, state);
    }

    /** A file was not taken at all; nothing to say when it was. */
    void refuse(@Nullable String reason) {
        refused.removeAll();
        if (reason != null) {
            refused.add(alert(Tone.BAD, reason));
        }
    }

    /** Shows how it fares now. Nothing is touched as long as nothing changes: somebody may be reading. */
    void refresh() {
        ImportRun now = imports.latest().orElse(null);
        if (now != null && !now.equals(shown)) {
            shown = now;
            state.removeAll();
            state.add(card(now));
        }
    }

    private Card card(ImportRun run) {
        String title = getTranslation(run.dryRun() ? "assets.import.tried" : "assets.import.done", run.file());
        Card card = new Card(title)
                .aside(new Span(getTranslation("assets." + run.kind().plural())), Ago.of(run.begunAt()));
        switch (run.phase()) {
            case RUNNING -> card.add(progress(run));
            case FAILED -> card.add(alert(Tone.BAD, run.problem() == null ? "" : run.problem()));
            case INTERRUPTED -> card.add(alert(Tone.WAIT, getTranslation("assets.import.interrupted")));
            case DONE -> {
                if (run.result() != null) {
                    done(card, run, run.result());
                }
            }
        }
        if ((run.phase() == Phase.INTERRUPTED || run.phase() == Phase.FAILED) && run.kept()) {
            card.add(again("assets.import.again", run.dryRun(), run.skipBad()));
        }
        return card;
    }

    private Component progress(ImportRun run) {
        ProgressBar bar = new ProgressBar(0, Math.max(1, run.total()), Math.min(run.done(), Math.max(1, run.total())));
        bar.setIndeterminate(run.total() == 0);
        Span says = new Span(getTranslation("assets.import.progress", run.done(), run.total()));
        says.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", getTranslation("assets.import"));
        Span leave = new Span(getTranslation("assets.import.leave"));
        leave.addClassName("ops-dim");
        return new Div(bar, says, leave);
    }

    private void done(Card card, ImportRun run, ImportResult result) {
        boolean refused = !run.dryRun() && !run.skipBad() && !result.errors().isEmpty();
        String says = run.dryRun() ? "assets.import.would" : refused ? "assets.import.refused" : "assets.import.has";
        Tone tone = result.errors().isEmpty() ? Tone.GOOD : refused ? Tone.BAD : Tone.WAIT;
        card.add(
                alert(tone, getTranslation(says, result.rows(), result.created(), result.updated(), result.refused())));
        if (!result.errors().isEmpty()) {
            card.add(
                    errors(result),
                    ImportView.download(
                            "api/v1/assets/imports/" + run.id() + "/errors",
                            getTranslation("assets.import.errors.download")));
        }
        if ((run.dryRun() || refused) && run.kept()) {
            card.add(next(result));
        }
    }

    private Component errors(ImportResult result) {
        Table table = new Table(
                getTranslation("assets.import.errors"),
                getTranslation("assets.import.row"),
                getTranslation("assets.import.field"),
                getTranslation("assets.import.message"));
        result.errors().stream()
                .limit(SHOWN)
                .forEach(error -> table.row(
                        new Span(String.valueOf(error.row())),
                        new Span(AssetWords.fileField(error.field())),
                        new Span(error.message())));
        Div all = new Div(table);
        if (result.errors().size() > SHOWN) {
            all.add(new Span(
                    getTranslation("assets.import.errors.more", result.errors().size() - SHOWN)));
        }
        return all;
    }

    /** The choice that is left when the file was tried: with bad rows, all or nothing comes to nothing. */
    private Component next(ImportResult result) {
        Div next = new Div();
        next.addClassName("asset-import-next");
        if (result.errors().isEmpty()) {
            next.add(again("assets.import.all", false, false));
            return next;
        }
        RadioButtonGroup<Boolean> skip = new RadioButtonGroup<>();
        skip.setLabel(getTranslation("assets.import.bad"));
        skip.setItems(false, true);
        skip.setItemLabelGenerator(one -> getTranslation(one ? "assets.import.bad.skip" : "assets.import.bad.abort"));
        Button go = new Button(getTranslation("assets.import.good"), click -> repeat(false, true));
        go.addThemeNames("primary");
        go.setEnabled(false);
        skip.addValueChangeListener(changed -> go.setEnabled(changed.getValue()));
        skip.setValue(false);
        next.add(skip, go);
        return next;
    }

    private Button again(String labelKey, boolean dryRun, boolean skipBad) {
        Button again = new Button(getTranslation(labelKey), click -> repeat(dryRun, skipBad));
        again.addThemeNames("primary");
        again.setDisableOnClick(true);
        return again;
    }

    private void repeat(boolean dryRun, boolean skipBad) {
        if (shown != null) {
            imports.repeat(shown.id(), dryRun, skipBad, Texts.language(Formats.locale()));
            refresh();
        }
    }

    private static Banner alert(Tone tone, String text) {
        Banner banner = Banner.of(tone, text);
        banner.getElement().setAttribute("role", "status");
        return banner;
    }
}
