package io.opsflow.assets;

import java.util.List;
import java.util.Map;

/**
 * What would happen if something died now, and what it needs itself.
 *
 * @param object     what was asked about
 * @param dependsOn  what it needs, the nearest first
 * @param dependents what needs it, the nearest first
 * @param edges      who needs whom, among all of these
 * @param counts     how many dependents there are of each kind
 * @param complete   whether that is all; otherwise there are more than anybody reads
 */
public record Impact(
        ImpactNode object,
        List<ImpactNode> dependsOn,
        List<ImpactNode> dependents,
        List<Edge> edges,
        Map<String, Long> counts,
        boolean complete) {

    /**
     * One needs the other.
     *
     * @param dependent kind and key of what needs it: {@code server/1042}
     * @param on        kind and key of what is needed
     */
    public record Edge(String dependent, String on) {}
}
