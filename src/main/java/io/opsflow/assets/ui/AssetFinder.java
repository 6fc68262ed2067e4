package io.opsflow.assets.ui;

import io.opsflow.assets.AssetFilter;
import io.opsflow.assets.MoveKey;
import io.opsflow.assets.Servers;
import io.opsflow.design.ObjectFinder;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds servers for the jump box, and the server that a move is about. */
@Component
class AssetFinder implements ObjectFinder {

    private final Servers servers;

    AssetFinder(Servers servers) {
        this.servers = servers;
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
        return servers
                .find(new AssetFilter(text, Map.of()), Paging.first(Math.max(1, Math.min(limit, Paging.MAX_SIZE))))
                .items()
                .stream()
                .map(server -> new Hit(
                        server.facts().assetNumber(), ServerListView.place(server), AssetRoutes.server(server.id())))
                .toList();
    }
}
