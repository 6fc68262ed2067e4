package io.opsflow.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models that come with this program.
 *
 * @param units in the order of deployment: decisions before processes, who is called before who calls
 */
record BundledUnits(List<ModelUnit> units) {

    BundledUnits {
        units = inOrder(units);
    }

    /** What stands in {@code bpmn/} and {@code forms/} of the class path. */
    static BundledUnits onClassPath() {
        Map<String, String> forms = new TreeMap<>();
        resources("classpath*:/forms/**/*.form")
                .values()
                .forEach(content -> forms.put(FormSchema.parse(content).id(), content));
        List<ModelUnit> units = new ArrayList<>();
        resources("classpath*:/bpmn/**/*.dmn").forEach((key, table) -> units.add(ModelUnit.decision(key, table)));
        resources("classpath*:/bpmn/**/*.bpmn")
                .forEach((key, diagram) -> units.add(ModelUnit.process(key, diagram, forms)));
        return new BundledUnits(units);
    }

    /** The process with this key. */
    Optional<ModelUnit> process(String key) {
        return units.stream()
                .filter(unit ->
                        unit.kind() == ModelUnit.Kind.PROCESS && unit.key().equals(key))
                .findFirst();
    }

    private static List<ModelUnit> inOrder(List<ModelUnit> units) {
        List<ModelUnit> sorted = units.stream()
                .sorted(Comparator.comparing(ModelUnit::kind).thenComparing(ModelUnit::key))
                .toList();
        Set<ModelUnit> ordered = new LinkedHashSet<>();
        sorted.forEach(unit -> add(unit, sorted, new LinkedHashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    /** Processes that call each other in a circle have no order; then the first by name comes last. */
    private static void add(ModelUnit unit, List<ModelUnit> all, Set<ModelUnit> callers, Set<ModelUnit> ordered) {
        if (!callers.add(unit)) {
            return;
        }
        all.stream()
                .filter(other ->
                        other.kind() == ModelUnit.Kind.PROCESS && unit.calls().contains(other.key()))
                .forEach(called -> add(called, all, callers, ordered));
        ordered.add(unit);
    }

    /** Contents by file name without ending. */
    private static Map<String, String> resources(String pattern) {
        try {
            Map<String, String> found = new TreeMap<>();
            for (Resource resource : Arrays.asList(new PathMatchingResourcePatternResolver().getResources(pattern))) {
                String name = String.valueOf(resource.getFilename());
                found.putIfAbsent(
                        name.substring(0, name.lastIndexOf('.')), resource.getContentAsString(StandardCharsets.UTF_8));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
