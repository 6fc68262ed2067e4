package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.accounts.AccessReasons;
import io.opsflow.accounts.AccessReasons.PersonAccess;
import io.opsflow.accounts.AccessReasons.Reason;
import io.opsflow.accounts.AccessReasons.Via;
import io.opsflow.accounts.PermissionDetails;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.Key;
import io.opsflow.design.Table;
import io.opsflow.design.Tone;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Person;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said to "why may this person do this" and to "who may do this". */
final class WhyAnswer {

    private static final int MOST = 100;

    private WhyAnswer() {}

    /** About one person; about one permission or all. */
    static Component of(
            PersonAccess access, @Nullable String permission, List<PermissionDetails> permissions, Texts texts) {
        String heading = t("access.why.of", access.realName());
        Table table = new Table(heading, t("access.permission"), t("access.answer"), t("access.because"));
        for (Reason reason : access.reasons()) {
            if (permission == null || permission.equals(reason.permission())) {
                boolean may = access.active()
                        && !access.mustChangePassword()
                        && !reason.by().isEmpty();
                table.row(
                        named(reason.permission(), permissions),
                        Chip.of(t(may ? "access.yes" : "access.no"), may ? Tone.GOOD : Tone.CALM),
                        because(reason, texts));
            }
        }
        Card card = new Card(heading, table);
        if (!access.active()) {
            card.add(RoleWords.muted(t("access.inactive")));
        } else if (access.mustChangePassword()) {
            card.add(RoleWords.muted(t("access.must-change")));
        }
        return card;
    }

    /** About everybody who may do one thing. */
    static Component of(String permission, AccessReasons reasons) {
        PageOf<Person> people = reasons.who(permission, Paging.first(MOST));
        String heading = t("access.who.of", permission, people.total());
        Table table = new Table(heading, t("accounts.real-name"), t("accounts.username"));
        people.items()
                .forEach(person -> table.row(
                        new Anchor(RoleRoutes.why(person.username(), permission), person.name()),
                        Key.of(person.username())));
        Card card = new Card(heading, table);
        if (people.total() > MOST) {
            card.add(RoleWords.muted(t("access.who.more", MOST)));
        }
        return card;
    }

    private static Component named(String permission, List<PermissionDetails> permissions) {
        String sentence = permissions.stream()
                .filter(one -> one.name().equals(permission))
                .map(PermissionDetails::description)
                .collect(Collectors.joining());
        return new Div(Key.plain(permission), new Span(" "), new Span(sentence));
    }

    private static Component because(Reason reason, Texts texts) {
        if (reason.by().isEmpty()) {
            String others = reason.others().stream()
                    .map(role -> RoleWords.of(role, texts))
                    .collect(Collectors.joining(" · "));
            return RoleWords.muted(others.isEmpty() ? t("access.by.nothing") : t("access.by.others", others));
        }
        Div lines = new Div();
        lines.addClassName("ops-stack");
        reason.by().forEach(via -> lines.add(line(via, texts)));
        return lines;
    }

    private static Component line(Via via, Texts texts) {
        Anchor role = new Anchor(RoleRoutes.role(via.role().code()), RoleWords.of(via.role(), texts));
        Div line = new Div(role);
        var group = via.group();
        if (group != null) {
            line.add(new Span(" ← "), new Anchor(RoleRoutes.group(group.code()), t("access.by.group", group.name())));
        }
        return line;
    }

    private static String t(String key, Object... args) {
        return I18NProvider.translate(key, args);
    }
}
