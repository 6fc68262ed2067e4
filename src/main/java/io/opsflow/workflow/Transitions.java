package io.opsflow.workflow;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.TransitionSource.Before;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who moved what from where to where, over all objects that the acting person may see. It can be read, nothing else. */
@Service
@PreAuthorize("isAuthenticated()")
public class Transitions {

    private static final Comparator<Transition> NEWEST_FIRST = Comparator.comparing(Transition::at)
            .reversed()
            .thenComparing(Transitions::prefix)
            .thenComparing(Comparator.comparingLong(Transition::id).reversed());

    private final List<TransitionSource> sources;
    private final Subjects subjects;
    private final People people;

    Transitions(List<TransitionSource> sources, Subjects subjects, People people) {
        this.sources = List.copyOf(sources);
        this.subjects = subjects;
        this.people = people;
    }

    /**
     * One page, the newest first.
     *
     * @throws NotFound there is no such object, or it is not visible to the acting person
     */
    @Transactional(readOnly = true)
    public PageOf<Transition> page(TransitionQuery query, Paging paging) {
        if (paging.sort() != null && !paging.sort().equals("at,desc")) {
            throw new InvalidInput("sort", "unknown-sort", "at,desc");
        }
        List<TransitionSource> asked = of(query.objectKey());
        Place after = paging.after() == null ? null : Place.of(paging.after());
        int offset = after == null ? paging.offset() : 0;
        int reach = offset + paging.size() + 1;
        List<Transition> found = new ArrayList<>();
        asked.forEach(source -> found.addAll(source.newest(query, before(after, source), reach)));
        found.sort(NEWEST_FIRST);
        List<Transition> page =
                found.subList(Math.min(offset, found.size()), Math.min(offset + paging.size(), found.size()));
        boolean last = found.size() < reach;
        long total = last && after == null
                ? found.size()
                : asked.stream()
                        .mapToLong(source -> source.count(query, PageOf.COUNTED))
                        .sum();
        return new PageOf<>(
                named(page),
                paging.page(),
                paging.size(),
                Math.min(total, PageOf.COUNTED),
                total > PageOf.COUNTED,
                last || page.isEmpty() ? null : Place.behind(page.get(page.size() - 1)));
    }

    private List<TransitionSource> of(@Nullable String objectKey) {
        if (objectKey == null) {
            return sources;
        }
        String prefix = objectKey.replaceFirst("-.*", "").toUpperCase(Locale.ROOT);
        List<TransitionSource> one = sources.stream()
                .filter(source -> source.prefix().equals(prefix))
                .toList();
        if (one.isEmpty()
                || !subjects.of(prefix + objectKey.substring(prefix.length())).isVisible(objectKey)) {
            throw new NotFound(objectKey);
        }
        return one;
    }

    private static Before before(@Nullable Place after, TransitionSource source) {
        if (after == null) {
            return Before.EVERYTHING;
        }
        int order = source.prefix().compareTo(after.prefix());
        return new Before(after.at(), order < 0 ? Long.MIN_VALUE : order > 0 ? Long.MAX_VALUE : after.id());
    }

    private List<Transition> named(List<Transition> page) {
        Map<String, String> names = people.namesOf(page.stream()
                .flatMap(each -> Stream.of(each.actor(), each.onBehalfOf()).flatMap(Stream::ofNullable))
                .collect(Collectors.toSet()));
        return page.stream().map(each -> named(each, names)).toList();
    }

    private static Transition named(Transition each, Map<String, String> names) {
        String behalf = each.onBehalfOf();
        return new Transition(
                each.id(),
                each.objectKey(),
                each.title(),
                each.from(),
                each.to(),
                each.action(),
                each.actor(),
                names.getOrDefault(each.actor(), each.actor()),
                behalf,
                behalf == null ? null : names.getOrDefault(behalf, behalf),
                each.at(),
                each.comment());
    }

    private static String prefix(Transition transition) {
        return transition.objectKey().replaceFirst("-.*", "");
    }

    /** Where a page ended, as a caller sends it back. */
    private record Place(Instant at, String prefix, long id) {

        static String behind(Transition last) {
            String place = last.at() + "," + Transitions.prefix(last) + "," + last.id();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        }

        static Place of(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(",", 3);
                if (parts.length == 3) {
                    Instant at = Instant.parse(parts[0]);
                    if (!at.isBefore(Instant.EPOCH) && !at.isAfter(Before.EVERYTHING.at())) {
                        return new Place(at, parts[1], Long.parseLong(parts[2]));
                    }
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw unreadable();
            }
            throw unreadable();
        }

        private static InvalidInput unreadable() {
            return new InvalidInput("after", "cursor-unreadable");
        }
    }
}
