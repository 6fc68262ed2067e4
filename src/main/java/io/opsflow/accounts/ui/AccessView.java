package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.accounts.AccessMap;
import io.opsflow.accounts.AccessPoint;
import io.opsflow.accounts.AccessPoint.Kind;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.design.Chip;
import io.opsflow.design.Filters;
import io.opsflow.design.Go;
import io.opsflow.design.ListPage;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Every screen, call and front door's method against every role, as it is now. */
@Route(RoleRoutes.ACCESS)
@Menu(title = "access.menu", order = 430, icon = "eye")
@RolesAllowed("roles.manage")
class AccessView extends ListPage<AccessPoint> implements HasDynamicTitle {

    private static final String TEXT = "q";
    private static final String KIND = "kind";
    private static final String ROLE = "role";

    AccessView(AccessMap access, RoleBundles roles, Texts texts) {
        super("access.title", (filters, paging) -> access.find(filter(filters), paging));
        Map<String, String> names = RoleWords.names(roles, texts);
        search(TEXT, "access.filter");
        choice(
                KIND,
                "access.kind",
                Arrays.stream(Kind.values())
                        .map(kind -> new Option(lower(kind), word(kind)))
                        .toList());
        choice(
                ROLE,
                "access.role",
                names.entrySet().stream()
                        .map(role -> new Option(role.getKey(), role.getValue()))
                        .toList());
        column("access.kind", point -> word(point.kind())).width("90px");
        column("access.name", AccessPoint::name).width("340px");
        column("access.who", point -> who(point, names)).grows();
        column("access.needs", AccessPoint::needs).width("280px");
        narrow(point -> line(point, names));
        action("access.why.title", "search", null, () -> Go.to(RoleRoutes.WHY));
        empty("lock", "access.none", "access.none.hint");
    }

    private static AccessMap.Filter filter(Filters filters) {
        String kind = filters.get(KIND);
        return new AccessMap.Filter(
                filters.get(TEXT),
                Arrays.stream(Kind.values())
                        .filter(one -> lower(one).equals(kind))
                        .findFirst()
                        .orElse(null),
                filters.get(ROLE));
    }

    private static Component who(AccessPoint point, Map<String, String> names) {
        if (point.undecided()) {
            return Chip.of(I18NProvider.translate("access.undecided"), Tone.WAIT);
        }
        if (point.everybody() || point.signedIn()) {
            return Chip.of(I18NProvider.translate(point.everybody() ? "access.everybody" : "access.signed-in"));
        }
        return point.roles().isEmpty()
                ? RoleWords.muted(I18NProvider.translate("access.nobody"))
                : RoleWords.chips(point.roles(), names);
    }

    private static Div line(AccessPoint point, Map<String, String> names) {
        Span name = new Span(point.name());
        name.addClassName("ops-cell");
        Div line = new Div(name, who(point, names));
        line.addClassName("ops-narrow-row");
        return line;
    }

    private static String lower(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Kind kind) {
        return I18NProvider.translate("access.kind." + lower(kind));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.title");
    }
}
