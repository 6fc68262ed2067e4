package io.opsflow.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields that have become different: plain JSON in which nothing is secret. */
final class Changes {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();
    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private static final Pattern SECRET = Pattern.compile(
            ".*(password|passwd|secret|token|hash|credential|authorization|private_?key|api_?key|cookie).*",
            Pattern.CASE_INSENSITIVE);
    private static final String HIDDEN = "•••";

    private final Map<String, Change> byField = new LinkedHashMap<>();

    private record Change(@Nullable Object before, @Nullable Object after) {}

    void add(@Nullable Object before, @Nullable Object after) {
        Map<String, @Nullable Object> old = fields(before);
        Map<String, @Nullable Object> now = fields(after);
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        names.forEach(name -> keep(name, old.get(name), now.get(name)));
    }

    void add(String field, @Nullable Object before, @Nullable Object after) {
        keep(field, plain(before), plain(after));
    }

    /** What another call has changed on the way. */
    void addAll(Changes others) {
        others.byField.forEach((name, change) -> keep(name, change.before(), change.after()));
    }

    /** {@code {"status": ["assigned", "in_progress"]}}; null when nothing is different. */
    @Nullable
    String json() {
        Map<String, List<@Nullable Object>> different = new LinkedHashMap<>();
        byField.forEach((name, change) -> {
            if (!Objects.equals(change.before(), change.after())) {
                different.put(name, Arrays.asList(hidden(name, change.before()), hidden(name, change.after())));
            }
        });
        if (different.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(different);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what has changed must be plain", e);
        }
    }

    /** What {@link #json} has written; of what somebody has falsified there, nothing. */
    static List<AuditDetails.Change> read(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return JSON.readValue(json, new TypeReference<Map<String, List<@Nullable Object>>>() {}).entrySet().stream()
                    .filter(change -> change.getValue().size() == 2)
                    .map(change -> new AuditDetails.Change(
                            change.getKey(),
                            change.getValue().get(0),
                            change.getValue().get(1)))
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    /** The first before and the last after count. */
    private void keep(String name, @Nullable Object before, @Nullable Object after) {
        Change earlier = byField.get(name);
        byField.put(name, new Change(earlier == null ? before : earlier.before(), after));
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object state) {
        return state == null ? Map.of() : JSON.convertValue(state, FIELDS);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null ? null : JSON.convertValue(value, Object.class);
    }

    /** Whether a password must be changed, or how long a token is valid, is no secret. */
    private static @Nullable Object hidden(String name, @Nullable Object value) {
        if (value instanceof CharSequence text) {
            return SECRET.matcher(name).matches() && !text.isEmpty() ? HIDDEN : text;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> hidden(name, one)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), hidden(String.valueOf(key), inner)));
            return copy;
        }
        return value;
    }
}
