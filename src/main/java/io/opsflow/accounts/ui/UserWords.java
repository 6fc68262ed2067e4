package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.accounts.GroupName;
import io.opsflow.accounts.RoleName;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.ListPage.Option;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Staff;
import io.opsflow.workflow.Team;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the screens call roles, groups and the state of an account. */
final class UserWords {

    private static final String GROUP = "g-";

    private UserWords() {}

    /** The names of all roles, by code. */
    static Map<String, String> roles(Staff staff) {
        return teams(staff, false);
    }

    /** The names of all groups, by code. */
    static Map<String, String> groups(Staff staff) {
        return teams(staff, true);
    }

    private static Map<String, String> teams(Staff staff, boolean groups) {
        return staff.teams(Formats.locale()).stream()
                .filter(team -> team.code().startsWith(GROUP) == groups)
                .collect(Collectors.toMap(Team::code, Team::name, (one, other) -> one, LinkedHashMap::new));
    }

    static List<Option> options(Map<String, String> names) {
        return names.entrySet().stream()
                .map(name -> new Option(name.getKey(), name.getValue()))
                .toList();
    }

    static String roles(Collection<RoleName> roles, Texts texts) {
        return roles.stream().map(role -> role.in(texts, Formats.locale())).collect(Collectors.joining(" · "));
    }

    static String groups(Collection<GroupName> groups) {
        return groups.stream().map(GroupName::name).collect(Collectors.joining(" · "));
    }

    static Component state(boolean active) {
        return active
                ? Chip.of(I18NProvider.translate("users.active"), Tone.GOOD)
                : Chip.of(I18NProvider.translate("users.inactive"), Tone.CALM);
    }

    static Span dim(String text) {
        Span span = new Span(text);
        span.addClassName("ops-dim");
        return span;
    }
}
