package io.opsflow.assets.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.opsflow.assets.AssetFilter;
import io.opsflow.assets.CustomFields;
import io.opsflow.assets.FactFields;
import io.opsflow.assets.MoveOrder;
import io.opsflow.assets.MoveOutcome;
import io.opsflow.assets.Moves;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.RackFacts;
import io.opsflow.assets.Racks;
import io.opsflow.assets.ReservationFacts;
import io.opsflow.assets.Reservations;
import io.opsflow.assets.RoomDetails;
import io.opsflow.assets.RoomFacts;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.ServerFacts;
import io.opsflow.assets.Servers;
import io.opsflow.design.ListPage.Option;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dialogs in which rooms, racks and servers are recorded and changed. */
@SpringComponent
class AssetForms {

    private static final int FOUND = 50;
    private static final int MOST_ROOMS = 1_000;

    private final Rooms rooms;
    private final Racks racks;
    private final Servers servers;
    private final Reservations reservations;
    private final Moves moves;
    private final CustomFields customFields;
    private final FactFields fields;
    private final Texts texts;

    AssetForms(
            Rooms rooms,
            Racks racks,
            Servers servers,
            Reservations reservations,
            Moves moves,
            CustomFields customFields,
            FactFields fields,
            Texts texts) {
        this.rooms = rooms;
        this.racks = racks;
        this.servers = servers;
        this.reservations = reservations;
        this.moves = moves;
        this.customFields = customFields;
        this.fields = fields;
        this.texts = texts;
    }

    private FactsForm room() {
        return new FactsForm(texts)
                .text("name", "code")
                .choice("status", AssetWords.placeStatuses())
                .text("address", "contact", "phone", "owner")
                .number("area_m2", "power_kw")
                .text("cooling")
                .area("notes");
    }

    private FactsForm rack() {
        return new FactsForm(texts)
                .text("name")
                .reference("room_id", this::roomsLike, this::room)
                .text("row")
                .number("position", "height_u", "width_mm", "power_limit_w")
                .choice("status", AssetWords.placeStatuses())
                .text("owner")
                .day("lease_until")
                .area("notes");
    }

    private FactsForm server() {
        return new FactsForm(texts)
                .text("asset_number", "serial")
                .choice("status", AssetWords.serverStatuses())
                .text("vendor", "model", "role", "owner", "service")
                .reference("rack_id", this::racksLike, this::rack)
                .number("position_u", "height_u")
                .choice("face", AssetWords.faces())
                .number("power_w")
                .text("management_address")
                .list("addresses")
                .text("os", "cpu")
                .number("memory_gb")
                .text("disks")
                .day("purchased_on", "warranty_until", "lease_until")
                .list("tags")
                .own(customFields.all());
    }

    void addRoom(Runnable done) {
        open(AssetDialog.add(texts, t("assets.room.add"), room(), Map.of("status", "active"), values -> {
            RoomDetails added = rooms.add(fields.facts(values, RoomFacts.class));
            done.run();
            return t("assets.added", added.facts().name());
        }));
    }

    void edit(RoomDetails room, Runnable done) {
        String title = t("assets.edit", room.facts().name());
        open(AssetDialog.edit(texts, title, room(), fields.of(room.facts()), room.version(), changes -> {
            rooms.edit(room.id(), changes);
            done.run();
            return t("assets.saved", room.facts().name());
        }));
    }

    void addRack(@Nullable Long roomId, Runnable done) {
        Map<String, @Nullable Object> suggested = roomId == null
                ? Map.of("status", "active", "height_u", 42)
                : Map.of("status", "active", "height_u", 42, "room_id", roomId);
        open(AssetDialog.add(texts, t("assets.rack.add"), rack(), suggested, values -> {
            RackDetails added = racks.add(fields.facts(values, RackFacts.class));
            done.run();
            return t("assets.added", added.facts().name());
        }));
    }

    void edit(RackDetails rack, Runnable done) {
        String title = t("assets.edit", rack.facts().name());
        open(AssetDialog.edit(texts, title, rack(), fields.of(rack.facts()), rack.version(), changes -> {
            racks.edit(rack.id(), changes);
            done.run();
            return t("assets.saved", rack.facts().name());
        }));
    }

    void addServer(@Nullable Long rackId, Runnable done) {
        Map<String, @Nullable Object> suggested = rackId == null
                ? Map.of("status", "in_stock", "height_u", 1, "face", "both")
                : Map.of("status", "active", "height_u", 1, "face", "both", "rack_id", rackId);
        open(AssetDialog.add(texts, t("assets.server.add"), server(), suggested, values -> {
            ServerDetails added = servers.add(fields.facts(values, ServerFacts.class));
            done.run();
            return t("assets.added", added.facts().assetNumber());
        }));
    }

    void edit(ServerDetails server, Runnable done) {
        String name = server.facts().assetNumber();
        open(AssetDialog.edit(
                texts, t("assets.edit", name), server(), fields.of(server.facts()), server.version(), changes -> {
                    servers.edit(server.id(), changes);
                    done.run();
                    return t("assets.saved", name);
                }));
    }

    void reserve(RackDetails rack, Runnable done) {
        FactsForm form = new FactsForm(texts)
                .number("position_u", "height_u")
                .choice("face", AssetWords.faces())
                .number("power_w")
                .text("owner")
                .day("until")
                .area("reason");
        String title = t("assets.reserve.title", rack.facts().name());
        open(AssetDialog.add(texts, title, form, Map.of("height_u", 1, "face", "both"), values -> {
            reservations.add(rack.id(), fields.facts(values, ReservationFacts.class));
            done.run();
            return t("assets.reserve.done", rack.facts().name());
        }));
    }

    /** The same for one of the servers of a rack: what dragging does, for those who do not drag. */
    void moveFrom(RackDetails rack, Runnable done) {
        List<Option> inRack = servers
                .find(
                        AssetFilter.everything().with("rack_id", String.valueOf(rack.id())),
                        Paging.first(Paging.MAX_SIZE))
                .items()
                .stream()
                .map(server ->
                        new Option(String.valueOf(server.id()), server.facts().assetNumber()))
                .toList();
        FactsForm form = new FactsForm(texts)
                .choice("server", inRack)
                .reference("rack_id", this::racksLike, this::rack)
                .number("position_u")
                .choice("face", AssetWords.faces())
                .area("reason");
        String title = t("assets.move.title", rack.facts().name());
        open(AssetDialog.add(texts, title, form, Map.of("rack_id", rack.id()), values -> {
            Object server = values.remove("server");
            if (server == null) {
                throw new InvalidInput("server", "required");
            }
            MoveOutcome outcome =
                    moves.request(Long.parseLong(server.toString()), fields.facts(values, MoveOrder.class));
            done.run();
            return told(outcome);
        }));
    }

    private static String told(MoveOutcome outcome) {
        String name = outcome.server().facts().assetNumber();
        return outcome.move() == null
                ? t("assets.move.done", name)
                : t("assets.move.asked", name, outcome.move().key().toString());
    }

    void move(ServerDetails server, Runnable done) {
        FactsForm form = new FactsForm(texts)
                .reference("rack_id", this::racksLike, this::rack)
                .number("position_u")
                .choice("face", AssetWords.faces())
                .area("reason");
        String name = server.facts().assetNumber();
        open(AssetDialog.add(texts, t("assets.move.title", name), form, fields.of(server.facts()), values -> {
            MoveOutcome outcome = moves.request(server.id(), fields.facts(values, MoveOrder.class));
            done.run();
            return told(outcome);
        }));
    }

    private List<Option> roomsLike(String text) {
        return rooms.find(new AssetFilter(text, Map.of()), Paging.first(FOUND)).items().stream()
                .map(AssetForms::option)
                .toList();
    }

    /** Every room, by name, for lists that one looks through. */
    List<Option> allRooms() {
        List<Option> all = new ArrayList<>();
        String after = null;
        do {
            PageOf<RoomDetails> page =
                    rooms.find(AssetFilter.everything(), new Paging(0, Paging.MAX_SIZE, null, after));
            page.items().forEach(room -> all.add(option(room)));
            after = page.next();
        } while (after != null && all.size() < MOST_ROOMS);
        return all;
    }

    Option room(long id) {
        return option(rooms.get(id));
    }

    private static Option option(RoomDetails room) {
        return new Option(String.valueOf(room.id()), room.facts().name());
    }

    List<Option> racksLike(String text) {
        return racks.find(new AssetFilter(text, Map.of()), Paging.first(FOUND)).items().stream()
                .map(AssetForms::option)
                .toList();
    }

    /** The racks of a room, by name. */
    List<Option> racksIn(long room) {
        return racks
                .find(AssetFilter.everything().with("room_id", String.valueOf(room)), Paging.first(Paging.MAX_SIZE))
                .items()
                .stream()
                .map(rack -> new Option(String.valueOf(rack.id()), rack.facts().name()))
                .toList();
    }

    private Option rack(long id) {
        return option(racks.get(id));
    }

    /** The rack that an address names, by its number where there is none such; null for what is no number. */
    @Nullable
    Option rack(String id) {
        return !id.matches("\\d{1,18}")
                ? null
                : racks.find(AssetFilter.everything().with("id", id), Paging.first(1)).items().stream()
                        .findFirst()
                        .map(AssetForms::option)
                        .orElse(new Option(id, id));
    }

    private static Option option(RackDetails rack) {
        return new Option(String.valueOf(rack.id()), rack.facts().name() + " · " + rack.room());
    }

    private static void open(AssetDialog dialog) {
        dialog.open();
    }

    private static String t(String key, Object... args) {
        return I18NProvider.translate(key, args);
    }
}
