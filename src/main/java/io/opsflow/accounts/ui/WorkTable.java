package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Table;
import io.opsflow.workflow.HeldTask;
import io.opsflow.workflow.PersonalWork;

/** The open tasks of one person, and what comes back to the person later. */
final class WorkTable extends Composite<Div> {

    private static final int SHOWN = 20;

    WorkTable(PersonalWork work) {
        getContent().addClassName("ops-stack");
        if (!work.tasks().isEmpty()) {
            Table table = new Table(
                    getTranslation("users.work"),
                    getTranslation("users.work.object"),
                    getTranslation("users.work.task"),
                    getTranslation("users.work.who"));
            work.tasks().stream()
                    .limit(SHOWN)
                    .forEach(task -> table.row(
                            object(task.objectKey()),
                            new Span(task.stepName() + " · " + task.title()),
                            new Span(getTranslation(who(task)))));
            getContent().add(table);
        }
        if (work.tasks().size() > SHOWN) {
            getContent()
                    .add(UserWords.dim(
                            getTranslation("users.work.more", work.tasks().size() - SHOWN)));
        }
        if (!work.objects().isEmpty()) {
            Paragraph later = new Paragraph(
                    getTranslation("users.work.later", work.objects().size()));
            later.addClassName("ops-dim");
            work.objects().stream().limit(SHOWN).forEach(key -> later.add(new Span(" "), object(key)));
            getContent().add(later);
        }
    }

    private static String who(HeldTask task) {
        return task.returnable() ? "users.work.others-too" : "users.work.nobody-else";
    }

    private static Anchor object(String key) {
        return new Anchor("o/" + key, key);
    }
}
