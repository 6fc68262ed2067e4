package io.opsflow.assets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.CustomField;
import io.opsflow.assets.CustomFieldFacts;
import io.opsflow.assets.CustomFields;
import io.opsflow.assets.FactFields;
import io.opsflow.assets.FieldKind;
import io.opsflow.design.Confirm;
import io.opsflow.design.EmptyState;
import io.opsflow.design.Glyph;
import io.opsflow.design.ListPage.Option;
import io.opsflow.design.Notice;
import io.opsflow.design.PageHead;
import io.opsflow.design.Table;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The fields that administrators give to servers. */
@Route(AssetRoutes.FIELDS)
@Menu(title = "assets.fields", order = 206, icon = "edit")
@RolesAllowed("assets.define")
class CustomFieldsView extends Div implements HasDynamicTitle {

    private final CustomFields fields;
    private final FactFields facts;
    private final Texts texts;
    private final Div body = new Div();

    CustomFieldsView(CustomFields fields, FactFields facts, Texts texts) {
        this.fields = fields;
        this.facts = facts;
        this.texts = texts;
        addClassNames("ops-page", "asset-page");
        Button add = new Button(getTranslation("assets.fields.add"), Glyph.of("plus"), click -> add());
        add.addThemeNames("primary");
        Span hint = new Span(getTranslation("assets.fields.hint"));
        hint.addClassName("ops-dim");
        add(new PageHead(getTranslation("assets.fields")).marks(hint).actions(add), body);
        show();
    }

    private void show() {
        body.removeAll();
        List<CustomField> all = fields.all();
        if (all.isEmpty()) {
            body.add(new EmptyState(
                    "edit", getTranslation("assets.fields.empty"), getTranslation("assets.fields.empty.hint")));
            return;
        }
        Table table = new Table(
                getTranslation("assets.fields"),
                getTranslation("assets.f.label"),
                getTranslation("assets.f.field_name"),
                getTranslation("assets.f.kind"),
                getTranslation("assets.f.required"),
                getTranslation("assets.f.choices"),
                getTranslation("assets.fields.do"));
        all.forEach(field -> table.row(
                new Span(field.facts().label()),
                new Span(field.facts().name()),
                new Span(word(field.facts().kind())),
                new Span(getTranslation(field.facts().required() ? "assets.fields.yes" : "assets.fields.no")),
                new Span(String.join(", ", field.facts().choices())),
                actions(field)));
        body.add(table);
    }

    private Component actions(CustomField field) {
        String label = field.facts().label();
        Button edit = new Button(Glyph.of("edit"), click -> edit(field));
        edit.setAriaLabel(getTranslation("assets.edit", label));
        Button delete = new Button(
                Glyph.of("x"),
                click -> Confirm.ask(
                        getTranslation("assets.delete.question", label),
                        getTranslation("assets.fields.delete.effect"),
                        getTranslation("assets.action.delete"),
                        () -> {
                            fields.delete(field.id());
                            show();
                            Notice.done(getTranslation("assets.deleted", label));
                        }));
        delete.setAriaLabel(getTranslation("assets.delete.question", label));
        List.of(edit, delete).forEach(button -> button.addThemeNames("tertiary", "small", "icon"));
        return new Div(edit, delete);
    }

    private FactsForm form(boolean added) {
        FactsForm form = new FactsForm(texts).text("label");
        if (added) {
            form.called("name", getTranslation("assets.f.field_name"))
                    .text("name")
                    .choice("kind", kinds());
        }
        return form.flag("required").lines("choices");
    }

    private void add() {
        AssetDialog.add(
                        texts,
                        getTranslation("assets.fields.add"),
                        form(true),
                        Map.of("kind", FieldKind.TEXT.code()),
                        values -> {
                            CustomField added = fields.add(facts.facts(values, CustomFieldFacts.class));
                            show();
                            return getTranslation("assets.added", added.facts().label());
                        })
                .open();
    }

    private void edit(CustomField field) {
        AssetDialog.edit(
                        texts,
                        getTranslation("assets.edit", field.facts().label()),
                        form(false),
                        facts.of(field.facts()),
                        field.version(),
                        changes -> {
                            CustomField edited = fields.edit(field.id(), changes);
                            show();
                            return getTranslation("assets.saved", edited.facts().label());
                        })
                .open();
    }

    private List<Option> kinds() {
        return Arrays.stream(FieldKind.values())
                .map(kind -> new Option(kind.code(), word(kind)))
                .toList();
    }

    private String word(FieldKind kind) {
        return getTranslation("assets.field-kind." + kind.code());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assets.fields");
    }
}
