package io.opsflow.assets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.assets.Impact;
import io.opsflow.assets.ImpactNode;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** "If this dies now": what it needs, what needs it, services first; trees that unfold by mouse, finger and keyboard. */
final class ImpactCard extends Composite<Card> {

    /** More would have to be scrolled past. */
    private static final int SHOWN = 24;

    private static final String SERVICE = "service";

    private final Impact impact;
    private final Map<String, ImpactNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<ImpactNode>> dependents = new LinkedHashMap<>();

    ImpactCard(Impact impact) {
        this.impact = impact;
        nodes.put(reference(impact.object()), impact.object());
        impact.dependsOn().forEach(node -> nodes.put(reference(node), node));
        impact.dependents().forEach(node -> nodes.put(reference(node), node));
        impact.edges().forEach(edge -> {
            ImpactNode dependent = nodes.get(edge.dependent());
            if (dependent != null) {
                dependents.computeIfAbsent(edge.on(), on -> new ArrayList<>()).add(dependent);
            }
        });
        getContent().add(counts(), services(), standsOn(), tree());
    }

    @Override
    protected Card initContent() {
        return new Card(I18NProvider.translate("assets.impact"));
    }

    private Div counts() {
        Div counts = new Div();
        counts.addClassName("impact-counts");
        impact.counts()
                .forEach((kind, count) -> counts.add(Chip.of(
                        I18NProvider.translate("assets.impact.count", count, kind(kind)),
                        kind.equals(SERVICE) ? Tone.BAD : Tone.CALM)));
        if (impact.counts().isEmpty()) {
            counts.add(dim("assets.impact.none"));
        } else if (!impact.complete()) {
            counts.add(dim("assets.impact.more"));
        }
        return counts;
    }

    /** What people notice first, the one that is hit most first. */
    private Div services() {
        Map<String, Long> hits =
                impact.edges().stream().collect(Collectors.groupingBy(Impact.Edge::dependent, Collectors.counting()));
        List<ImpactNode> services = impact.dependents().stream()
                .filter(node -> node.kind().equals(SERVICE))
                .sorted(Comparator.comparing((ImpactNode node) -> hits.getOrDefault(reference(node), 0L))
                        .reversed()
                        .thenComparing(ImpactNode::name))
                .toList();
        Div part = part("assets.impact.services", services.isEmpty());
        part.add(list(services, Set.of(), false));
        return part;
    }

    /** From the room down to what was asked about. */
    private Div standsOn() {
        Div part = part("assets.impact.on", impact.dependsOn().isEmpty());
        Div path = new Div();
        path.addClassName("impact-path");
        List<ImpactNode> farthestFirst = new ArrayList<>(impact.dependsOn());
        Collections.reverse(farthestFirst);
        farthestFirst.forEach(node -> path.add(name(node), new Span("›")));
        path.add(new Span(impact.object().name()));
        part.add(path);
        return part;
    }

    private Div tree() {
        List<ImpactNode> next = of(impact.object());
        Div part = part("assets.impact.tree", next.isEmpty());
        part.add(list(next, Set.of(reference(impact.object())), true));
        return part;
    }

    private List<ImpactNode> of(ImpactNode node) {
        return dependents.getOrDefault(reference(node), List.of());
    }

    private UnorderedList list(List<ImpactNode> some, Set<String> above, boolean unfolds) {
        UnorderedList list = new UnorderedList();
        list.addClassName("impact-list");
        some.stream().limit(SHOWN).forEach(node -> list.add(item(node, above, unfolds)));
        if (some.size() > SHOWN) {
            Span rest = new Span(I18NProvider.translate("assets.impact.rest", some.size() - SHOWN));
            rest.addClassName("ops-dim");
            list.add(new ListItem(rest));
        }
        return list;
    }

    /** What is below is built when somebody looks; what stands above itself is a circle and is not followed. */
    private ListItem item(ImpactNode node, Set<String> above, boolean unfolds) {
        List<ImpactNode> below = unfolds && !above.contains(reference(node)) ? of(node) : List.of();
        if (below.isEmpty()) {
            return new ListItem(line(node));
        }
        NativeDetails details = new NativeDetails(I18NProvider.translate("assets.impact.below", below.size()));
        Set<String> path = new HashSet<>(above);
        path.add(reference(node));
        details.addToggleListener(toggle -> {
            if (details.getContent() == null && toggle.isOpened()) {
                details.setContent(list(below, path, true));
            }
        });
        return new ListItem(line(node), details);
    }

    private static Component line(ImpactNode node) {
        Span kind = new Span(kind(node.kind()));
        kind.addClassName("ops-dim");
        Span line = new Span(kind, new Span(" "), name(node));
        line.addClassName("impact-line");
        return line;
    }

    private static Component name(ImpactNode node) {
        return node.path() == null ? new Span(node.name()) : new Anchor(node.path(), node.name());
    }

    /** Other modules name their kinds as assets do: {@code impact.kind.host}. */
    private static String kind(String kind) {
        return I18NProvider.translate("impact.kind." + kind);
    }

    private static Div part(String heading, boolean empty) {
        Span title = new Span(I18NProvider.translate(heading));
        title.addClassName("impact-heading");
        Div part = new Div(title);
        part.addClassName("impact-part");
        part.setVisible(!empty);
        return part;
    }

    private static Span dim(String key) {
        Span text = new Span(I18NProvider.translate(key));
        text.addClassName("ops-dim");
        return text;
    }

    private static String reference(ImpactNode node) {
        return node.kind() + "/" + node.key();
    }
}
