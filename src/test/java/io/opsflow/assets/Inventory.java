package io.opsflow.assets;

import io.opsflow.testing.As;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes rooms, racks and servers for tests, with names that nobody else has. */
public class Inventory {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Rooms rooms;
    private final Racks racks;
    private final Servers servers;
    private final As as;

    public Inventory(Rooms rooms, Racks racks, Servers servers, As as) {
        this.rooms = rooms;
        this.racks = racks;
        this.servers = servers;
        this.as = as;
    }

    /** A word that no other has. */
    public static String unique(String word) {
        return word + "-" + Long.toString(System.nanoTime(), 36) + "-" + NUMBER.incrementAndGet();
    }

    public RoomDetails room() {
        String code = unique("R");
        return as.user("operator", () -> rooms.add(RoomFacts.named("Room " + code, code)));
    }

    public RackDetails rack() {
        return rack(room().id(), 42, null);
    }

    public RackDetails rack(long room, int heightU, @Nullable Integer powerLimitW) {
        return as.user(
                "operator",
                () -> racks.add(new RackFacts(
                        unique("A"), room, "A", 1, heightU, 600, powerLimitW, PlaceStatus.ACTIVE, null, null, null)));
    }

    public ServerDetails server(long rack, int positionU, int heightU, Face face) {
        return add(in(unique("SRV"), rack, positionU, heightU, face, 100));
    }

    public ServerDetails add(ServerFacts facts) {
        return as.user("operator", () -> servers.add(facts));
    }

    public static ServerFacts named(String assetNumber) {
        return in(assetNumber, null, null, 1, null, null);
    }

    public static ServerFacts in(
            String assetNumber,
            @Nullable Long rack,
            @Nullable Integer positionU,
            int heightU,
            @Nullable Face face,
            @Nullable Integer powerW) {
        return new ServerFacts(
                assetNumber,
                null,
                null,
                null,
                null,
                null,
                null,
                rack,
                positionU,
                heightU,
                face,
                powerW,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ServerStatus.IN_STOCK,
                List.of(),
                Map.of());
    }

    /** One field becomes another. */
    public static Changes change(String field, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new java.util.HashMap<>();
        fields.put(field, value);
        return new Changes(fields, null, Why.unsaid());
    }
}
