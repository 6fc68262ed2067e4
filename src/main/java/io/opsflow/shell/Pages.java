package io.opsflow.shell;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import io.opsflow.design.MenuLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages that the person who is signed in may open, as their {@code @Menu} annotations say, and the links that lead out
 * of them. A title is a message key.
 * The order also tells the group: below 100 stands without a heading, then {@code 100}s are work, {@code 200}s resources,
 * {@code 300}s processes, {@code 400}s administration ({@code shell.menu.1} …). An icon is a name of our set.
 * {@code g} and the first free letter of the path open a page from the keyboard.
 */
record Pages(List<Page> all) {

    /** One entry; what is no screen of ours is opened by the browser alone. */
    record Page(String path, String titleKey, int group, String icon, @Nullable String letter, boolean screen) {}

    private record Entry(String path, String titleKey, int order, String icon, boolean screen) {}

    /** @param links what leads out of the screens */
    static Pages ofThisPerson(List<MenuLink> links) {
        Set<String> taken = new HashSet<>();
        List<Page> pages = Stream.concat(
                        MenuConfiguration.getMenuEntries().stream().map(Pages::screen),
                        links.stream()
                                .filter(MenuLink::isForMe)
                                .map(link -> new Entry(link.path(), link.title(), link.order(), link.icon(), false)))
                .sorted(Comparator.comparingInt(Entry::order))
                .map(entry -> new Page(
                        entry.path(),
                        entry.titleKey(),
                        entry.order() / 100,
                        entry.icon(),
                        letter(entry.path(), taken),
                        entry.screen()))
                .toList();
        return new Pages(pages);
    }

    private static Entry screen(MenuEntry entry) {
        return new Entry(
                entry.path().startsWith("/") ? entry.path().substring(1) : entry.path(),
                entry.title(),
                entry.order() == null ? 0 : entry.order().intValue(),
                entry.icon() == null ? "file" : entry.icon(),
                true);
    }

    Map<Integer, List<Page>> groups() {
        Map<Integer, List<Page>> groups = new LinkedHashMap<>();
        all.forEach(page ->
                groups.computeIfAbsent(page.group(), group -> new ArrayList<>()).add(page));
        return groups;
    }

    /** The entry that a location belongs to: the one with the longest path that the location begins with. */
    @Nullable
    Page at(String location) {
        Page best = null;
        for (Page page : all) {
            boolean here = location.equals(page.path()) || location.startsWith(page.path() + "/");
            if (here && (best == null || page.path().length() > best.path().length())) {
                best = page;
            }
        }
        return best;
    }

    private static @Nullable String letter(String path, Set<String> taken) {
        return path.chars()
                .filter(Character::isLetter)
                .mapToObj(letter -> Character.toString((char) letter))
                .filter(taken::add)
                .findFirst()
                .orElse(null);
    }
}
