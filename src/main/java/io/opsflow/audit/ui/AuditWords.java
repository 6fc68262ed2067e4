package io.opsflow.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.audit.AuditItem;
import io.opsflow.audit.AuditResult;
import io.opsflow.audit.Way;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.ListPage.Option;
import io.opsflow.design.ObjectFinder;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What entries are called on the screens. */
final class AuditWords {

    private static final String ACTION = "audit.action.";
    private static final String BUNDLE = "i18n.audit-actions";

    private AuditWords() {}

    /** An action; one that this release does not know any more by its code. */
    static String action(String code) {
        ResourceBundle texts = actions();
        return texts.containsKey(ACTION + code) ? I18NProvider.translate(ACTION + code) : code;
    }

    static List<Option> allActions() {
        return actions().keySet().stream()
                .map(key -> key.substring(ACTION.length()))
                .map(code -> new Option(code, action(code)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    static List<Option> ways() {
        return Arrays.stream(Way.values())
                .map(way -> new Option(way.code(), way(way.code())))
                .toList();
    }

    static List<Option> results() {
        return Arrays.stream(AuditResult.values())
                .map(result -> new Option(result.code(), word("audit.result.", result.code())))
                .toList();
    }

    static String way(String code) {
        return word("audit.way.", code);
    }

    static Chip result(AuditItem entry) {
        Tone tone = entry.result().equals(AuditResult.DONE.code()) ? Tone.GOOD : Tone.BAD;
        return Chip.of(word("audit.result.", entry.result()), tone);
    }

    static String person(String username, @Nullable String name) {
        if (username.equals(Actor.SYSTEM)) {
            return I18NProvider.translate("audit.system");
        }
        return username.startsWith("#")
                ? I18NProvider.translate("audit.nobody")
                : name == null || name.isBlank() ? username : name;
    }

    /** Who, and in whose name. */
    static String who(AuditItem entry) {
        String actor = person(entry.actor(), entry.actorName());
        String behalf = entry.onBehalfOf();
        return behalf == null
                ? actor
                : I18NProvider.translate("audit.behalf", actor, person(behalf, entry.onBehalfOfName()));
    }

    /** The object as a link to its page, where it has one. */
    static Component object(AuditItem entry, List<ObjectFinder> finders) {
        String key = entry.object();
        if (key == null || key.isBlank()) {
            return new Span("—");
        }
        boolean hasPage = finders.stream().anyMatch(finder -> finder.path(key).isPresent());
        Component shown = hasPage ? new Anchor(AuditRoutes.object(key), key) : new Span(key);
        shown.addClassName("audit-object");
        return shown;
    }

    private static String word(String prefix, String code) {
        return code.matches("[a-z]+") ? I18NProvider.translate(prefix + code) : code;
    }

    private static ResourceBundle actions() {
        return ResourceBundle.getBundle(BUNDLE, Formats.locale());
    }
}
