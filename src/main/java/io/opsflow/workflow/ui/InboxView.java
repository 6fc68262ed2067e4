package io.opsflow.workflow.ui;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.opsflow.design.FilePick;
import io.opsflow.design.LivePanel;
import io.opsflow.design.Notice;
import io.opsflow.design.ObjectFinder;
import io.opsflow.design.ObjectPreview;
import io.opsflow.design.Panes;
import io.opsflow.design.Panes.Pane;
import io.opsflow.design.TaskAid;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.TaskDetails;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The inbox: views, the tasks of one of them, and one task with its form. The address holds all three. */
@Route(InboxRoutes.INBOX)
@Menu(title = "workflow.inbox.menu", order = 10, icon = "inbox")
@RolesAllowed("inbox.view")
// Modules bring it as an aid beside a form, which whoever bundles the scripts of this page cannot see.
@Uses(FilePick.class)
class InboxView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private static final Duration REFRESH = Duration.ofSeconds(3);

    private final Inbox inbox;
    private final Panes panes;
    private final InboxRail rail;
    private final InboxList list;
    private final TaskPane task;
    private InboxState state = InboxState.of(QueryParameters.empty(), null);
    private boolean entered;

    InboxView(
            Inbox inbox,
            ProcessLibrary processes,
            Texts texts,
            List<ObjectPreview> previews,
            List<ObjectFinder> finders,
            List<TaskAid> aids) {
        this.inbox = inbox;
        panes = new Panes(
                getTranslation("workflow.inbox.views"),
                getTranslation("workflow.inbox.list"),
                getTranslation("workflow.inbox.task"));
        rail = new InboxRail();
        list = new InboxList(inbox, state, InboxRoutes::show);
        task = new TaskPane(
                inbox, new TaskParts(inbox, processes, texts, previews, finders, aids), this::changed, this::done);
        panes.views(rail).list(list).detail(task).onBack(() -> InboxRoutes.show(state.open(null)));
        addClassName("inbox");
        add(new LivePanel(REFRESH, this::refresh, panes));
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String taskId) {
        InboxState next = InboxState.of(event.getLocation().getQueryParameters(), taskId);
        boolean sameList = entered && next.sameList(state);
        state = next;
        entered = true;
        rail.show(next.view());
        rail.count(inbox.counts());
        panes.show(taskId == null ? Pane.LIST : Pane.DETAIL);
        // Without a task in the address, a wide screen shows the first one; a narrow one stays at the list.
        String shown = taskId;
        if (sameList) {
            list.select(next);
        } else {
            list.show(next);
        }
        if (shown == null) {
            shown = list.order().first().map(InboxTask::id).orElse(null);
            list.select(next.open(shown));
        }
        task.show(shown);
    }

    private void changed() {
        rail.count(inbox.counts());
        list.refresh();
    }

    private void done(TaskDetails done) {
        Notice.done(getTranslation(
                "workflow.task.completed", done.task().objectKey(), done.task().stepName()));
        String next = list.order().next(done.task().id()).map(InboxTask::id).orElse(null);
        changed();
        InboxRoutes.show(state.open(next));
    }

    private void refresh() {
        changed();
        task.refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workflow.inbox.title");
    }
}
