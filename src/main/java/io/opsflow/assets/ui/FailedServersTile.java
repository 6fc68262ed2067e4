package io.opsflow.assets.ui;

import io.opsflow.assets.AssetFilter;
import io.opsflow.assets.ServerStatus;
import io.opsflow.assets.Servers;
import io.opsflow.design.HomeTile;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import org.springframework.stereotype.Component;

/** How many servers have failed, for those who look after them. */
@Component
class FailedServersTile implements HomeTile {

    private final Servers servers;

    FailedServersTile(Servers servers) {
        this.servers = servers;
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public String title() {
        return "assets.home.failed";
    }

    @Override
    public boolean isVisible() {
        return Actor.may(Permissions.ASSETS_MANAGE);
    }

    @Override
    public long count() {
        return servers.find(AssetFilter.everything().with("status", ServerStatus.FAILED.code()), Paging.first(1))
                .total();
    }

    @Override
    public String link() {
        return AssetRoutes.SERVERS + "?status=" + ServerStatus.FAILED.code();
    }

    @Override
    public Tone tone() {
        return Tone.BAD;
    }
}
