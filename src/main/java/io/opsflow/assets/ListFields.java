package io.opsflow.assets;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.MapJoin;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** By what the lists of each kind are filtered and sorted: every field of the API. */
final class ListFields {

    /** Before the name of a field that an administrator has added: {@code custom.tier=gold}. */
    static final String OWN = "custom.";

    static final Map<String, ListField> ROOMS = table(
            ListField.text("name", "facts.name"),
            ListField.key("code", "facts.code", "codeKey"),
            ListField.text("address", "facts.address"),
            ListField.text("contact", "facts.contact"),
            ListField.text("phone", "facts.phone"),
            ListField.text("owner", "facts.owner"),
            ListField.decimal("area_m2", "facts.areaM2"),
            ListField.decimal("power_kw", "facts.powerKw"),
            ListField.text("cooling", "facts.cooling"),
            ListField.code("status", "facts.status", PlaceStatus::of),
            ListField.text("notes", "facts.notes"),
            ListField.number("id", "id"),
            ListField.time("created_at", "createdAt"),
            ListField.time("updated_at", "updatedAt"));

    static final Map<String, ListField> RACKS = table(
            ListField.key("name", "facts.name", "nameKey"),
            ListField.number("room_id", "facts.roomId"),
            ListField.text("row", "facts.row"),
            ListField.integer("position", "facts.position"),
            ListField.integer("height_u", "facts.heightU"),
            ListField.integer("width_mm", "facts.widthMm"),
            ListField.integer("power_limit_w", "facts.powerLimitW"),
            ListField.code("status", "facts.status", PlaceStatus::of),
            ListField.text("owner", "facts.owner"),
            ListField.day("lease_until", "facts.leaseUntil"),
            ListField.text("notes", "facts.notes"),
            ListField.number("id", "id"),
            ListField.time("created_at", "createdAt"),
            ListField.time("updated_at", "updatedAt"));

    static final Map<String, ListField> SERVERS = table(
            ListField.key("asset_number", "assetNumber", "assetNumberKey"),
            ListField.key("serial", "serial", "serialKey"),
            ListField.text("vendor", "vendor"),
            ListField.text("model", "model"),
            ListField.text("role", "role"),
            ListField.text("owner", "owner"),
            ListField.text("service", "service"),
            ListField.number("rack_id", "rackId"),
            ListField.special("room_id", ListFields::inRoom),
            ListField.integer("position_u", "positionU"),
            ListField.integer("height_u", "heightU"),
            ListField.code("face", "face", Face::of),
            ListField.integer("power_w", "powerW"),
            ListField.text("management_address", "managementAddress"),
            ListField.special("addresses", ListFields::withAddress),
            ListField.text("os", "os"),
            ListField.text("cpu", "cpu"),
            ListField.integer("memory_gb", "memoryGb"),
            ListField.text("disks", "disks"),
            ListField.day("purchased_on", "purchasedOn"),
            ListField.day("warranty_until", "warrantyUntil"),
            ListField.day("lease_until", "leaseUntil"),
            ListField.code("status", "status", ServerStatus::of),
            ListField.special("tags", ListFields::tagged),
            ListField.special("custom", ListFields::withCustom),
            ListField.number("id", "id"),
            ListField.time("created_at", "createdAt"),
            ListField.time("updated_at", "updatedAt"));

    private ListFields() {}

    static Map<String, ListField> of(AssetKind kind) {
        return switch (kind) {
            case ROOM -> ROOMS;
            case RACK -> RACKS;
            case SERVER -> SERVERS;
        };
    }

    /** What narrows a list with these fields. */
    static Set<String> parameters(Map<String, ListField> fields) {
        Set<String> known = new TreeSet<>(fields.keySet());
        fields.values().stream().filter(ListField::ranged).forEach(field -> {
            known.add(field.name() + ListField.FROM);
            known.add(field.name() + ListField.TO);
        });
        known.add("q");
        return known;
    }

    private static Map<String, ListField> table(ListField... fields) {
        Map<String, ListField> table = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(field -> table.put(field.name(), field));
        return table;
    }

    private static Predicate inRoom(List<String> rooms, Root<?> server, CriteriaQuery<?> query, CriteriaBuilder is) {
        if (rooms.isEmpty()) {
            return is.isNull(server.get("rackId"));
        }
        Subquery<Long> racks = query.subquery(Long.class);
        Root<Rack> rack = racks.from(Rack.class);
        ListField room = Objects.requireNonNull(RACKS.get("room_id"));
        racks.select(rack.get("id")).where(room.any(rooms, rack, query, is));
        return server.get("rackId").in(racks);
    }

    /** One of its addresses, or that of its management. */
    private static Predicate withAddress(
            List<String> addresses, Root<?> server, CriteriaQuery<?> query, CriteriaBuilder is) {
        if (addresses.isEmpty()) {
            return is.and(is.isNull(server.get("managementAddress")), without("addresses", server, query));
        }
        List<String> canonical = addresses.stream()
                .map(text -> Addresses.canonical(text).orElse(text))
                .toList();
        Subquery<Long> having = query.subquery(Long.class);
        Root<Server> other = having.from(Server.class);
        Join<Server, String> address = other.join("addresses");
        having.select(other.get("id")).where(address.in(canonical));
        return is.or(
                server.get("id").in(having), server.get("managementAddress").in(canonical));
    }

    private static Predicate tagged(List<String> tags, Root<?> server, CriteriaQuery<?> query, CriteriaBuilder is) {
        if (tags.isEmpty()) {
            return without("tags", server, query);
        }
        Subquery<Long> having = query.subquery(Long.class);
        Root<Server> other = having.from(Server.class);
        Join<Server, String> tag = other.join("tags");
        having.select(other.get("id")).where(tag.in(tags));
        return server.get("id").in(having);
    }

    /** {@code name:value} of a field that an administrator has added. */
    private static Predicate withCustom(
            List<String> pairs, Root<?> server, CriteriaQuery<?> query, CriteriaBuilder is) {
        if (pairs.isEmpty()) {
            return without("custom", server, query);
        }
        Subquery<Long> having = query.subquery(Long.class);
        Root<Server> other = having.from(Server.class);
        MapJoin<Server, String, String> value = other.joinMap("custom");
        having.select(other.get("id"))
                .where(is.or(pairs.stream()
                        .map(pair -> pair.split(":", 2))
                        .map(pair -> is.and(
                                is.equal(value.key(), pair[0]),
                                value.value().in(CustomFieldFacts.storedForms(pair.length < 2 ? "" : pair[1]))))
                        .toArray(Predicate[]::new)));
        return server.get("id").in(having);
    }

    /** That have nothing of what a server may have several of. */
    private static Predicate without(String several, Root<?> server, CriteriaQuery<?> query) {
        Subquery<Long> having = query.subquery(Long.class);
        Root<Server> other = having.from(Server.class);
        other.join(several);
        having.select(other.get("id"));
        return server.get("id").in(having).not();
    }
}
