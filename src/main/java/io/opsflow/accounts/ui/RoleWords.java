package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.accounts.RoleDetails;
import io.opsflow.accounts.RoleName;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.CandidateGroups.Use;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Roles in the reader's words. */
final class RoleWords {

    private RoleWords() {}

    static String of(RoleName role, Texts texts) {
        return role.in(texts, Formats.locale());
    }

    /** The names of all roles by their codes, in the roles' own order. */
    static Map<String, String> names(RoleBundles roles, Texts texts) {
        Map<String, String> names = new LinkedHashMap<>();
        roles.find(null, Paging.first(Paging.MAX_SIZE))
                .items()
                .forEach(role -> names.put(role.code(), of(role.label(), texts)));
        return names;
    }

    static Component chips(Collection<String> codes, Map<String, String> names) {
        Div chips = new Div();
        chips.addClassName("ops-row");
        codes.forEach(code -> chips.add(Chip.of(names.getOrDefault(code, code))));
        return chips;
    }

    /** Whether it came with the program, and whether it still is what it was. */
    static Component kind(RoleDetails role) {
        return Chip.of(
                I18NProvider.translate(
                        !role.builtIn()
                                ? "roles.kind.own"
                                : role.isAsBuilt() ? "roles.kind.built-in" : "roles.kind.edited"),
                role.builtIn() && !role.isAsBuilt() ? Tone.WORK : Tone.CALM);
    }

    /** What keeps a role or a group from being deleted. */
    static Component use(Use use) {
        Div lines = new Div();
        lines.addClassName("ops-stack");
        if (use.isNone()) {
            lines.add(muted(I18NProvider.translate("roles.use.none")));
        }
        List<String> models = use.models();
        if (!models.isEmpty()) {
            lines.add(new Span(I18NProvider.translate("roles.use.models", String.join(" · ", models))));
        }
        if (use.openTasks() > 0) {
            lines.add(new Span(I18NProvider.translate("roles.use.tasks", use.openTasks())));
        }
        return lines;
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("ops-muted");
        return span;
    }
}
