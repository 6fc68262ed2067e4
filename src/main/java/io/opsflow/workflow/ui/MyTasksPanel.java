package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Ago;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.HomePanel;
import io.opsflow.design.Key;
import io.opsflow.design.PriorityMark;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery;
import io.opsflow.workflow.InboxQuery.View;
import io.opsflow.workflow.InboxTask;
import java.util.List;

/** The most urgent of one's tasks and of those one may claim. */
@org.springframework.stereotype.Component
class MyTasksPanel implements HomePanel {

    private static final int ROWS = 8;

    private final Inbox inbox;

    MyTasksPanel(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "workflow.home.tasks";
    }

    @Override
    public boolean isVisible() {
        return Actor.may(Permissions.INBOX_VIEW);
    }

    @Override
    public String link() {
        return InboxRoutes.path(View.ALL);
    }

    @Override
    public Component content() {
        List<InboxTask> tasks = inbox.page(InboxQuery.of(View.ALL), Paging.first(ROWS), Formats.locale())
                .items();
        if (tasks.isEmpty()) {
            Paragraph none = new Paragraph(I18NProvider.translate("workflow.inbox.empty.mine"));
            none.addClassName("ops-dim");
            return none;
        }
        Div rows = new Div();
        tasks.forEach(task -> rows.add(row(task)));
        return rows;
    }

    private static Anchor row(InboxTask task) {
        Span title = new Span(task.title());
        if (task.onBehalfOf() != null) {
            title.addComponentAsFirst(Chip.of(InboxLine.behalf(task), Tone.WAIT));
        }
        title.addClassName("ops-title");
        Anchor row = new Anchor(
                InboxRoutes.INBOX + "/" + task.id() + "?" + InboxState.VIEW + "=" + InboxState.lower(View.ALL),
                PriorityMark.of(PriorityMark.Level.valueOf(task.urgency().name()), InboxLine.word(task.urgency())),
                Key.plain(task.objectKey()),
                title,
                Chip.of(task.stepName(), task.assignee() == null ? Tone.WAIT : Tone.WORK),
                task.dueAt() == null ? Ago.of(task.createdAt()) : Ago.due(task.dueAt()));
        row.addClassName("ops-task-row");
        return row;
    }
}
