package io.opsflow.assets;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Rooms hold racks, racks hold servers, and servers work for the services that they name. */
@Component
class AssetRelations implements ImpactSource {

    private static final String SERVICE = "service";

    private static final String RACKS =
            "select o.id, o.facts.name, r.id, r.facts.name from Rack r join Room o on o.id = r.facts.roomId";
    private static final String SERVERS =
            "select r.id, r.facts.name, s.id, s.assetNumber from Server s join Rack r on r.id = s.rackId";

    private final EntityManager entities;

    AssetRelations(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<ImpactEdge> dependents(Collection<ImpactNode> on) {
        List<ImpactEdge> edges = new ArrayList<>();
        rows(RACKS + " where o.id in (:ids) order by r.facts.name", ids(AssetKind.ROOM, on))
                .forEach(row -> edges.add(edge(AssetKind.ROOM, row, AssetKind.RACK)));
        rows(SERVERS + " where r.id in (:ids) order by s.assetNumber", ids(AssetKind.RACK, on))
                .forEach(row -> edges.add(edge(AssetKind.RACK, row, AssetKind.SERVER)));
        rows(
                        "select s.id, s.assetNumber, s.service, s.service from Server s"
                                + " where s.id in (:ids) and s.service is not null order by s.service",
                        ids(AssetKind.SERVER, on))
                .forEach(row -> edges.add(new ImpactEdge(
                        ImpactNode.of(AssetKind.SERVER, (Long) row[0], (String) row[1]),
                        new ImpactNode(SERVICE, (String) row[2], (String) row[3], null))));
        return edges;
    }

    @Override
    public List<ImpactEdge> supports(Collection<ImpactNode> of) {
        List<ImpactEdge> edges = new ArrayList<>();
        rows(SERVERS + " where s.id in (:ids)", ids(AssetKind.SERVER, of))
                .forEach(row -> edges.add(edge(AssetKind.RACK, row, AssetKind.SERVER)));
        rows(RACKS + " where r.id in (:ids)", ids(AssetKind.RACK, of))
                .forEach(row -> edges.add(edge(AssetKind.ROOM, row, AssetKind.RACK)));
        return edges;
    }

    private Stream<Object[]> rows(String query, List<Long> ids) {
        return ids.isEmpty()
                ? Stream.empty()
                : entities.createQuery(query, Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream();
    }

    private static List<Long> ids(AssetKind kind, Collection<ImpactNode> nodes) {
        return nodes.stream()
                .filter(node -> node.kind().equals(kind.code()))
                .map(node -> Long.valueOf(node.key()))
                .toList();
    }

    private static ImpactEdge edge(AssetKind on, Object[] row, AssetKind dependent) {
        return new ImpactEdge(
                ImpactNode.of(on, (Long) row[0], (String) row[1]),
                ImpactNode.of(dependent, (Long) row[2], (String) row[3]));
    }
}
