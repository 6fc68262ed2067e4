package io.opsflow.assets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.FactFields;
import io.opsflow.assets.MoveDetails;
import io.opsflow.assets.MoveKey;
import io.opsflow.assets.MoveWork;
import io.opsflow.assets.Moves;
import io.opsflow.assets.Why;
import io.opsflow.design.Attempt;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import io.opsflow.design.Go;
import io.opsflow.design.OpsDiagram;
import io.opsflow.design.PageHead;
import io.opsflow.design.Steps;
import io.opsflow.design.Steps.State;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.ActivityTrace;
import io.opsflow.workflow.ObjectProcess;
import io.opsflow.workflow.OpenTask;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.Processes;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One move: what goes where and why, the steps it took, its photos, and its process. */
@Route(AssetRoutes.MOVE)
@RolesAllowed("assets.view")
class MoveView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String FOR_PEOPLE = "userTask";

    private final Moves moves;
    private final MoveWork work;
    private final MoveSight sight;
    private final Processes tasks;
    private final ProcessLibrary processes;
    private final Texts texts;
    private final FactFields fields;
    private @Nullable MoveDetails shown;

    MoveView(
            Moves moves,
            MoveWork work,
            MoveSight sight,
            Processes tasks,
            ProcessLibrary processes,
            Texts texts,
            FactFields fields) {
        this.moves = moves;
        this.work = work;
        this.sight = sight;
        this.tasks = tasks;
        this.processes = processes;
        this.texts = texts;
        this.fields = fields;
        addClassNames("ops-page", "asset-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(MoveKey.of(event.getRouteParameters().get(AssetRoutes.KEY).orElse("")));
    }

    private void show(MoveKey key) {
        MoveDetails move = moves.get(key);
        shown = move;
        Optional<ObjectProcess> process = Actor.may(Permissions.PROCESSES_VIEW)
                ? Attempt.find(() -> processes.ofObject(key.toString(), Formats.locale()), gone -> {})
                : Optional.empty();
        Div left = new Div(MoveSight.facts(move), sight.panel(key));
        left.addClassName("ops-stack");
        Div right = new Div();
        right.addClassName("ops-stack");
        process.ifPresent(way -> right.add(steps(way)));
        Div two = new Div(left, right);
        two.addClassName("asset-halves");
        removeAll();
        add(head(move), two);
        process.ifPresent(way -> add(diagram(way)));
    }

    private PageHead head(MoveDetails move) {
        PageHead head = new PageHead(getTranslation("assets.move.of", move.assetNumber()))
                .crumb(
                        AssetRoutes.server(move.serverId()),
                        move.assetNumber(),
                        move.key().toString())
                .marks(
                        MoveSight.chip(move.status()),
                        new Anchor(AssetRoutes.server(move.serverId()), getTranslation("assets.changes")));
        List<Component> actions = new ArrayList<>();
        if (work.isCancellable(move.key())) {
            actions.add(new Button(getTranslation("assets.move.cancel"), click -> cancel(move)));
        }
        ownTask(move.key()).ifPresent(task -> actions.add(goOn(task)));
        return head.actions(actions.toArray(Component[]::new));
    }

    private Optional<OpenTask> ownTask(MoveKey key) {
        return Actor.may(Permissions.INBOX_VIEW)
                ? tasks.openTasks(key.toString(), Formats.locale()).stream()
                        .filter(task -> task.mine() && !task.suspended())
                        .findFirst()
                : Optional.empty();
    }

    private Button goOn(OpenTask task) {
        Button button = new Button(getTranslation("assets.move.continue"), click -> Go.to("inbox/" + task.id()));
        button.addThemeNames("primary");
        return button;
    }

    private void cancel(MoveDetails move) {
        String title = getTranslation("assets.move.cancel.title", move.assetNumber());
        AssetDialog.add(texts, title, new FactsForm(texts).area("reason"), Map.of(), values -> {
                    work.cancel(move.key(), fields.facts(values, Why.class));
                    show(move.key());
                    return getTranslation("assets.move.cancelled", move.key().toString());
                })
                .open();
    }

    private Card steps(ObjectProcess process) {
        Steps steps = new Steps();
        process.activities().stream()
                .filter(visit -> FOR_PEOPLE.equals(visit.type()))
                .forEach(visit -> steps.step(
                        visit.active() ? State.NOW : State.DONE,
                        visit.assigneeName() == null ? visit.name() : visit.name() + " · " + visit.assigneeName(),
                        took(visit)));
        return new Card(getTranslation("assets.move.steps"), steps);
    }

    private static String took(ActivityTrace visit) {
        Instant end = visit.endedAt() == null ? Formats.now() : visit.endedAt();
        return Formats.duration(Duration.between(visit.startedAt(), end));
    }

    private static Component diagram(ObjectProcess process) {
        OpsDiagram diagram = new OpsDiagram();
        diagram.show(process.diagramXml(), process.name(), process.active(), process.done(), Map.of());
        return new Card(process.name(), diagram);
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : shown.key() + " " + shown.assetNumber();
    }
}
