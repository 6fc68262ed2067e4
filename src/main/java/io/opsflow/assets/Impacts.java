package io.opsflow.assets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What hangs on what: from a room up to the services, and from a server down to its room. */
@Service
@PreAuthorize("hasAuthority('assets.view')")
public class Impacts {

    /** More than anybody reads. */
    private static final int NODES = 5_000;

    /** Nothing sensible is built higher; circles end anyway. */
    private static final int LEVELS = 12;

    private final AssetTable table;
    private final List<ImpactSource> sources;

    Impacts(AssetTable table, List<ImpactSource> sources) {
        this.table = table;
        this.sources = sources;
    }

    /**
     * If this died now.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     */
    @Transactional(readOnly = true)
    public Impact of(AssetKind kind, long id) {
        ImpactNode object = ImpactNode.of(kind, id, name(kind, id));
        Walk up = walk(object, ImpactSource::dependents, ImpactEdge::dependent);
        Walk down = walk(object, ImpactSource::supports, ImpactEdge::on);
        Map<String, Long> counts = up.nodes().stream()
                .collect(Collectors.groupingBy(ImpactNode::kind, TreeMap::new, Collectors.counting()));
        Set<Impact.Edge> edges = new LinkedHashSet<>();
        for (Walk walk : List.of(down, up)) {
            walk.edges().forEach(edge -> edges.add(new Impact.Edge(reference(edge.dependent()), reference(edge.on()))));
        }
        return new Impact(
                object, down.nodes(), up.nodes(), List.copyOf(edges), counts, up.complete() && down.complete());
    }

    private String name(AssetKind kind, long id) {
        return switch (kind) {
            case ROOM -> table.get(Room.class, id).facts().name();
            case RACK -> table.get(Rack.class, id).facts().name();
            case SERVER -> table.get(Server.class, id).assetNumber();
        };
    }

    private static String reference(ImpactNode node) {
        return node.kind() + "/" + node.key();
    }

    /** What was found in one direction, the nearest first. */
    private record Walk(List<ImpactNode> nodes, List<ImpactEdge> edges, boolean complete) {}

    private Walk walk(
            ImpactNode start,
            BiFunction<ImpactSource, Collection<ImpactNode>, List<ImpactEdge>> step,
            Function<ImpactEdge, ImpactNode> next) {
        Map<String, ImpactNode> seen = new LinkedHashMap<>(Map.of(reference(start), start));
        List<ImpactEdge> edges = new ArrayList<>();
        Collection<ImpactNode> level = List.of(start);
        for (int height = 0; height < LEVELS && !level.isEmpty(); height++) {
            List<ImpactNode> found = new ArrayList<>();
            for (ImpactSource source : sources) {
                for (ImpactEdge edge : step.apply(source, level)) {
                    if (seen.size() > NODES) {
                        return new Walk(without(start, seen), edges, false);
                    }
                    edges.add(edge);
                    ImpactNode node = next.apply(edge);
                    if (seen.putIfAbsent(reference(node), node) == null) {
                        found.add(node);
                    }
                }
            }
            level = found;
        }
        return new Walk(without(start, seen), edges, level.isEmpty());
    }

    private static List<ImpactNode> without(ImpactNode start, Map<String, ImpactNode> seen) {
        return seen.values().stream().filter(node -> !node.equals(start)).toList();
    }
}
