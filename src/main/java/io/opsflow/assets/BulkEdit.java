package io.opsflow.assets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same change of many objects. Which ones is told by their numbers or by a filter, never by both or by neither.
 *
 * @param ids        the objects
 * @param filter     the parameters of the list that shows the objects
 * @param versions   the versions that were read, by number; what has changed since is not overwritten
 * @param fields     the new values by the names of the API; null empties a field
 * @param addTags    tags that each gets
 * @param removeTags tags that each loses
 * @param reason     why, for the change logs
 * @param ticket     the key of the ticket that asked for it
 */
public record BulkEdit(
        @Nullable List<Long> ids,
        @Nullable Map<String, List<String>> filter,
        @Nullable Map<Long, Integer> versions,
        @Nullable Map<String, @Nullable Object> fields,
        @Nullable List<String> addTags,
        @Nullable List<String> removeTags,
        @Nullable String reason,
        @Nullable String ticket) {

    public BulkEdit {
        ids = ids == null ? null : ids.stream().distinct().toList();
        versions = versions == null ? Map.of() : Map.copyOf(versions);
        fields = fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        addTags = addTags == null ? List.of() : List.copyOf(addTags);
        removeTags = removeTags == null ? List.of() : List.copyOf(removeTags);
    }

    boolean changesTags() {
        return !(addTags == null || addTags.isEmpty()) || !(removeTags == null || removeTags.isEmpty());
    }
}
