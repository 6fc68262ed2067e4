package io.opsflow.accounts.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.opsflow.accounts.AccessReasons;
import io.opsflow.accounts.PermissionDetails;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.design.Formats;
import io.opsflow.design.Go;
import io.opsflow.design.PageHead;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.PeopleSearch;
import io.opsflow.workflow.PeopleSearch.Order;
import io.opsflow.workflow.Person;
import io.opsflow.workflow.Staff;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why somebody may do something, or may not; who may do it. What is asked stands in the address. */
@Route(RoleRoutes.WHY)
@RolesAllowed("roles.manage")
class WhyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String USER = "user";
    private static final String PERMISSION = "permission";

    private final AccessReasons reasons;
    private final Staff staff;
    private final Texts texts;
    private final List<PermissionDetails> permissions;
    private final ComboBox<Person> who = new ComboBox<>();
    private final ComboBox<PermissionDetails> what = new ComboBox<>();
    private final Div answer = new Div();

    WhyView(AccessReasons reasons, RoleBundles roles, Staff staff, Texts texts) {
        this.reasons = reasons;
        this.staff = staff;
        this.texts = texts;
        permissions = roles.permissions(Formats.locale());
        addClassName("ops-page");
        answer.addClassNames("ops-stack", "why-answer");
        who.setLabel(getTranslation("access.why.who"));
        who.setItemLabelGenerator(person -> person.name() + " · " + person.username());
        who.setItemsWithFilterConverter(
                query -> staff.find(search(query.getFilter().orElse("")), query.getOffset(), query.getLimit()).stream(),
                text -> text);
        what.setLabel(getTranslation("access.why.what"));
        what.setItems(permissions);
        what.setItemLabelGenerator(permission -> permission.name() + " · " + permission.description());
        for (ComboBox<?> field : List.of(who, what)) {
            field.setClearButtonVisible(true);
            field.setWidthFull();
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    ask();
                }
            });
        }
        Div question = new Div(who, what);
        question.addClassName("why-question");
        add(
                new PageHead(getTranslation("access.why.title"))
                        .crumb(RoleRoutes.ACCESS, getTranslation("access.title"), getTranslation("access.why.title")),
                question,
                answer);
    }

    private static PeopleSearch search(String text) {
        String pattern = "%" + text.replaceAll("[%_\\\\]", "") + "%";
        return new PeopleSearch(null, pattern, null, Order.NAME);
    }

    private void ask() {
        Map<String, String> asked = new LinkedHashMap<>();
        who.getOptionalValue().ifPresent(person -> asked.put(USER, person.username()));
        what.getOptionalValue().ifPresent(permission -> asked.put(PERMISSION, permission.name()));
        Go.to(RoleRoutes.WHY
                + (asked.isEmpty() ? "" : "?" + QueryParameters.simple(asked).getQueryString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        String user = asked.getSingleParameter(USER).orElse(null);
        String permission = asked.getSingleParameter(PERMISSION).orElse(null);
        who.setValue(user == null ? null : person(user));
        what.setValue(permissions.stream()
                .filter(one -> one.name().equals(permission))
                .findFirst()
                .orElse(null));
        answer.removeAll();
        if (user != null) {
            answer.add(WhyAnswer.of(reasons.why(user), permission, permissions, texts));
        } else if (permission != null) {
            answer.add(WhyAnswer.of(permission, reasons));
        } else {
            answer.add(RoleWords.muted(getTranslation("access.why.hint")));
        }
    }

    private @Nullable Person person(String username) {
        return staff.find(new PeopleSearch(Set.of(username), null, null, Order.NAME), 0, 1).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.why.title");
    }
}
