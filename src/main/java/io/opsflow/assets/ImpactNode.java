package io.opsflow.assets;

import org.jspecify.annotations.Nullable;

/**
 * Something that depends on other things, or that others depend on.
 *
 * @param kind what it is: {@code room}, {@code rack}, {@code server}, {@code service}, or a kind of another module's
 * @param key  what tells it from others of its kind
 * @param name what people call it
 * @param path its page without a leading slash; null where it has none
 */
public record ImpactNode(String kind, String key, String name, @Nullable String path) {

    static ImpactNode of(AssetKind kind, long id, String name) {
        return new ImpactNode(kind.code(), String.valueOf(id), name, kind.plural() + "/" + id);
    }
}
