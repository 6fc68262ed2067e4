package io.opsflow.assets;

import java.util.Collection;
import java.util.List;

/**
 * Knows what depends on what. Modules that have things which run on servers, or on what runs there, implement it as a
 * bean; whoever asks for the impact of a rack then sees them. It gives only what the acting person may see, and is asked
 * about many things at once: it sends few statements, however many they are.
 */
public interface ImpactSource {

    /** What depends directly on any of these, as far as this module knows. */
    List<ImpactEdge> dependents(Collection<ImpactNode> on);

    /** What any of these depends on directly, as far as this module knows. */
    default List<ImpactEdge> supports(Collection<ImpactNode> of) {
        return List.of();
    }
}
