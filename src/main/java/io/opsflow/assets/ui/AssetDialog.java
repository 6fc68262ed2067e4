package io.opsflow.assets.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.assets.Changes;
import io.opsflow.design.Attempt;
import io.opsflow.design.Banner;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.design.Table;
import io.opsflow.design.Tone;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.StaleVersion;
import io.opsflow.kernel.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records or changes something. What somebody else changed meanwhile is not overwritten: both states are shown, and
 * whoever is here decides.
 */
final class AssetDialog extends Dialog {

    /** What the change log says beside a change. */
    private static final String[] WHY = {"reason", "ticket"};

    private final Texts texts;
    private final FactsForm form;
    private final Div told = new Div();
    private Map<String, @Nullable Object> shown = Map.of();
    private @Nullable Integer version;

    private AssetDialog(Texts texts, String title, FactsForm form) {
        this.texts = texts;
        this.form = form;
        addClassNames("asset-dialog");
        setHeaderTitle(title);
        told.getElement().setAttribute("role", "alert");
        add(told, form);
    }

    /** Something new; the work records it and tells what to say then. */
    static AssetDialog add(
            Texts texts,
            String title,
            FactsForm form,
            Map<String, @Nullable Object> suggested,
            Function<Map<String, @Nullable Object>, String> work) {
        AssetDialog dialog = new AssetDialog(texts, title, form);
        form.show(suggested);
        dialog.buttons(() -> work.apply(form.values()));
        return dialog;
    }

    /** Something that is there already; the work changes it and tells what to say then. */
    static AssetDialog edit(
            Texts texts,
            String title,
            FactsForm form,
            Map<String, @Nullable Object> shown,
            int version,
            Function<Changes, String> work) {
        AssetDialog dialog = new AssetDialog(texts, title, form);
        dialog.shown = shown;
        dialog.version = version;
        form.show(shown);
        form.text(WHY);
        dialog.buttons(() -> work.apply(dialog.changes()));
        return dialog;
    }

    private Changes changes() {
        Map<String, @Nullable Object> told = new LinkedHashMap<>(form.changes(shown));
        told.put("version", version);
        return Changes.of(told);
    }

    private void buttons(Supplier<String> work) {
        DialogButtons.of(this, getTranslation("assets.action.save"), () -> save(work, this::refused));
    }

    private void save(Supplier<String> work, Consumer<DomainError> refused) {
        told.removeAll();
        Attempt.of(
                () -> Attempt.find(work, refused).ifPresent(done -> {
                    close();
                    Notice.done(done);
                }),
                form::refuse);
    }

    private void refused(DomainError reason) {
        told.add(Banner.of(Tone.BAD, texts.of(Formats.locale(), reason)));
        if (reason instanceof StaleVersion stale) {
            compare(stale);
        }
    }

    /** Only what differs. Saving once more puts these values over those of the others, knowingly. */
    private void compare(StaleVersion stale) {
        Table table = new Table(
                getTranslation("assets.stale.title"),
                getTranslation("assets.stale.field"),
                getTranslation("assets.stale.theirs"),
                getTranslation("assets.stale.yours"));
        Map<String, @Nullable Object> mine = form.values();
        mine.forEach((field, value) -> {
            Object theirs = stale.current().get(field);
            if (!List.of(WHY).contains(field) && !Objects.equals(String.valueOf(value), String.valueOf(theirs))) {
                table.row(new Span(AssetWords.label(field)), new Span(words(theirs)), new Span(words(value)));
            }
        });
        Button theirs = new Button(getTranslation("assets.stale.take"), click -> {
            form.show(stale.current());
            told.removeAll();
        });
        told.add(table, theirs);
        shown = Map.copyOf(withoutNulls(stale.current()));
        version = (Integer) stale.current().get("version");
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> fields) {
        Map<String, Object> some = new LinkedHashMap<>(fields);
        some.values().removeIf(Objects::isNull);
        return some;
    }

    private static String words(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "—" : value.toString();
    }
}
