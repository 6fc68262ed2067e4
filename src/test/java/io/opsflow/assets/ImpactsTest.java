package io.opsflow.assets;

import static io.opsflow.assets.Inventory.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OpsFlowTest
class ImpactsTest {

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    Impacts impacts;

    @Autowired
    AssetTable table;

    @Autowired
    As as;

    @Autowired
    SqlCount statements;

    @Test
    void a_rooms_death_reaches_the_services_and_a_server_stands_on_rack_and_room() {
        Inventory inventory = new Inventory(rooms, racks, servers, as);
        long room = inventory.room().id();
        RackDetails rack = inventory.rack(room, 42, null);
        RackDetails other = inventory.rack(room, 42, null);
        ServerDetails one = inventory.server(rack.id(), 1, 1, Face.BOTH);
        ServerDetails two = inventory.server(other.id(), 1, 1, Face.BOTH);
        as.user("operator", () -> {
            servers.edit(one.id(), change("service", "核心"));
            servers.edit(two.id(), change("service", "核心"));
        });

        as.user("viewer", () -> {
            Impact ofRoom = impacts.of(AssetKind.ROOM, room);
            assertThat(ofRoom.counts()).isEqualTo(Map.of("rack", 2L, "server", 2L, "service", 1L));
            assertThat(ofRoom.dependsOn()).isEmpty();
            assertThat(ofRoom.edges())
                    .contains(
                            new Impact.Edge("rack/" + rack.id(), "room/" + room),
                            new Impact.Edge("service/核心", "server/" + one.id()),
                            new Impact.Edge("service/核心", "server/" + two.id()));
            assertThat(ofRoom.complete()).isTrue();

            Impact ofServer = impacts.of(AssetKind.SERVER, one.id());
            assertThat(ofServer.dependsOn()).extracting(ImpactNode::kind).containsExactly("rack", "room");
            assertThat(ofServer.dependents()).extracting(ImpactNode::name).containsExactly("核心");
            assertThat(statements.during(() -> impacts.of(AssetKind.ROOM, room)))
                    .hasSizeLessThanOrEqualTo(6);
        });
    }

    @Test
    void other_modules_plug_in_and_circles_end() {
        Inventory inventory = new Inventory(rooms, racks, servers, as);
        ServerDetails server = inventory.add(Inventory.named(Inventory.unique("S")));
        ImpactNode host = new ImpactNode("host", "h1", "db-01", "hosts/1");
        ImpactNode instance = new ImpactNode("instance", "i1", "vm", null);
        ImpactSource hosts = on -> on.stream()
                .flatMap(node -> switch (node.kind()) {
                    case "server" -> List.of(new ImpactEdge(node, host)).stream();
                    case "host" -> List.of(new ImpactEdge(node, instance)).stream();
                    case "instance" -> List.of(new ImpactEdge(node, host)).stream();
                    default -> List.<ImpactEdge>of().stream();
                })
                .toList();

        Impact impact = new Impacts(table, List.of(hosts)).of(AssetKind.SERVER, server.id());

        assertThat(impact.dependents()).containsExactly(host, instance);
        assertThat(impact.complete()).isTrue();
    }
}
