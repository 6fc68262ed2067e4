package io.opsflow.assets.ui;

import io.opsflow.assets.AssetFilter;
import io.opsflow.assets.MoveKey;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.Racks;
import io.opsflow.assets.RoomDetails;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.Servers;
import io.opsflow.design.ObjectFinder;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds servers, racks and rooms for the jump box, and the server that a move is about. */
@Component
class AssetFinder implements ObjectFinder {

    private final Servers servers;
    private final Racks racks;
    private final Rooms rooms;

    AssetFinder(Servers servers, Racks racks, Rooms rooms) {
        this.servers = servers;
        this.racks = racks;
        this.rooms = rooms;
    }

    @Override
    public Optional<String> path(String key) {
        return MoveKey.isKey(key) && Actor.may(Permissions.ASSETS_VIEW)
                ? Optional.of(AssetRoutes.move(MoveKey.of(key)))
                : Optional.empty();
    }

    @Override
    public List<Hit> find(String text, int limit) {
        if (!Actor.may(Permissions.ASSETS_VIEW) || text.isBlank()) {
            return List.of();
        }
        AssetFilter filter = new AssetFilter(text, Map.of());
        Paging first = Paging.first(Math.max(1, Math.min(limit, Paging.MAX_SIZE)));
        List<Hit> machines = servers.find(filter, first).items().stream()
                .map(AssetFinder::hit)
                .toList();
        // Places stand first and leave at least half of the list to servers: an owner's name finds all of the owner's
        // racks.
        Stream<Hit> places = Stream.concat(
                        rooms.find(filter, first).items().stream().map(AssetFinder::hit),
                        racks.find(filter, first).items().stream().map(AssetFinder::hit))
                .limit(Math.max(first.size() / 2, first.size() - machines.size()));
        return Stream.concat(places, machines.stream()).limit(first.size()).toList();
    }

    private static Hit hit(RoomDetails room) {
        return new Hit(room.facts().code(), room.facts().name(), AssetRoutes.room(room.id()));
    }

    private static Hit hit(RackDetails rack) {
        return new Hit(rack.facts().name(), rack.room(), AssetRoutes.rack(rack.id()));
    }

    private static Hit hit(ServerDetails server) {
        return new Hit(server.facts().assetNumber(), ServerListView.place(server), AssetRoutes.server(server.id()));
    }
}
