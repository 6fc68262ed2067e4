package io.opsflow.workflow.ui;

import com.vaadin.flow.router.QueryParameters;
import io.opsflow.workflow.InboxQuery;
import io.opsflow.workflow.InboxQuery.View;
import io.opsflow.workflow.Urgency;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the inbox shows, as its address spells it.
 *
 * @param view    whose tasks
 * @param urgency only of this urgency; null for all
 * @param q       only with this text; null for all
 * @param taskId  the task beside the list; null for none
 */
record InboxState(View view, @Nullable Urgency urgency, @Nullable String q, @Nullable String taskId) {

    static final String VIEW = "view";
    private static final String URGENCY = "urgency";
    private static final String TEXT = "q";

    /** An unknown value in an address counts as absent: old links go on working. */
    static InboxState of(QueryParameters query, @Nullable String taskId) {
        return new InboxState(
                query.getSingleParameter(VIEW)
                        .flatMap(name -> named(View.values(), name))
                        .orElse(View.MINE),
                query.getSingleParameter(URGENCY)
                        .flatMap(name -> named(Urgency.values(), name))
                        .orElse(null),
                query.getSingleParameter(TEXT).filter(text -> !text.isBlank()).orElse(null),
                taskId);
    }

    InboxState in(View other) {
        return new InboxState(other, urgency, q, null);
    }

    InboxState only(@Nullable Urgency other) {
        return new InboxState(view, other, q, null);
    }

    InboxState with(@Nullable String text) {
        return new InboxState(view, urgency, text == null || text.isBlank() ? null : text.strip(), taskId);
    }

    InboxState open(@Nullable String id) {
        return new InboxState(view, urgency, q, id);
    }

    /** Whether both have the same list beside whatever task. */
    boolean sameList(@Nullable InboxState other) {
        return other != null && open(null).equals(other.open(null));
    }

    boolean filtered() {
        return urgency != null || q != null;
    }

    InboxQuery query() {
        return new InboxQuery(view, null, urgency, q);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (view != View.MINE) {
            parameters.put(VIEW, lower(view));
        }
        if (urgency != null) {
            parameters.put(URGENCY, lower(urgency));
        }
        if (q != null) {
            parameters.put(TEXT, q);
        }
        return QueryParameters.simple(parameters);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
