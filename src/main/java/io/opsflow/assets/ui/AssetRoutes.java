package io.opsflow.assets.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import io.opsflow.assets.MoveKey;
import io.opsflow.kernel.NotFound;
import java.util.Optional;

/** The paths of the asset screens. */
final class AssetRoutes {

    static final String ID = "id";
    static final String ROOMS = "rooms";
    static final String ROOM = "rooms/:" + ID;
    static final String PRINT = "rooms/:" + ID + "/print";
    static final String FREE = "free-space";
    static final String RACKS = "racks";
    static final String RACK = "racks/:" + ID;
    static final String IMPORT = "assets/import";
    static final String FIELDS = "assets/fields";
    static final String SERVERS = "servers";
    static final String SERVER = "servers/:" + ID;

    static final String KEY = "key";
    static final String MOVE = "moves/:" + KEY;
    static final String LABEL = "s";

    private AssetRoutes() {}

    static String room(long id) {
        return ROOMS + "/" + id;
    }

    static String rack(long id) {
        return RACKS + "/" + id;
    }

    static String server(long id) {
        return SERVERS + "/" + id;
    }

    static String move(MoveKey key) {
        return "moves/" + key;
    }

    /** The number in the address. */
    static long id(BeforeEnterEvent event) {
        String text = event.getRouteParameters().get(ID).orElse("");
        return Optional.of(text)
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElseThrow(() -> new NotFound(text));
    }
}
