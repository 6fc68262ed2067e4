package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.select.Select;
import io.opsflow.design.Card;
import io.opsflow.design.DiagramMarks;
import io.opsflow.design.Formats;
import io.opsflow.design.OpsDiagram;
import io.opsflow.workflow.ActivityCount;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.ProcessVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A process's diagram with what happens at its places, and a choice of its versions. */
final class ProcessDiagram extends Composite<Card> {

    /** The version to look at; null stands for all of them in the drawing of the latest. */
    private record Choice(@Nullable Integer version, String label) {}

    private final ProcessLibrary processes;
    private final String key;
    private final String name;
    private final OpsDiagram diagram = new OpsDiagram();
    private final Select<Choice> versions = new Select<>();

    ProcessDiagram(ProcessLibrary processes, String key, String name, List<ProcessVersion> known) {
        this.processes = processes;
        this.key = key;
        this.name = name;
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(null, getTranslation("monitor.version.all")));
        known.forEach(version -> choices.add(new Choice(version.version(), label(version))));
        versions.setItems(choices);
        versions.setItemLabelGenerator(Choice::label);
        versions.setAriaLabel(getTranslation("monitor.version"));
        versions.addThemeNames("pill");
        versions.addClassName("process-versions");
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("workflow.process.diagram"), diagram).aside(versions);
    }

    private String label(ProcessVersion version) {
        String number = getTranslation("workflow.process.version.of", version.version());
        return version.running() == null || version.running() == 0
                ? number
                : number + " · " + getTranslation("workflow.process.running.of", version.running());
    }

    /** Draws a version with nothing in it yet. */
    void draw(@Nullable Integer version, DiagramMarks marks) {
        versions.getListDataView()
                .getItems()
                .filter(choice -> Objects.equals(choice.version(), version))
                .findFirst()
                .ifPresent(versions::setValue);
        diagram.show(processes.diagram(key, version, Formats.locale()), name, marks);
    }

    void mark(DiagramMarks marks) {
        diagram.mark(marks);
    }

    void onVersion(Consumer<@Nullable Integer> chosen) {
        versions.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                chosen.accept(changed.getValue().version());
            }
        });
    }

    void onPick(Consumer<String> picked) {
        diagram.onPick(picked);
    }

    /** What happens at the places, as the diagram shows it. */
    DiagramMarks marks(List<ActivityCount> counts, @Nullable String picked) {
        Map<String, DiagramMarks.Badge> badges = counts.stream()
                .collect(Collectors.toMap(
                        ActivityCount::activityId,
                        count -> new DiagramMarks.Badge(
                                count.running(),
                                count.failed(),
                                getTranslation("monitor.badge", count.running(), count.failed()))));
        return new DiagramMarks(List.of(), List.of(), Map.of(), badges, picked);
    }
}
