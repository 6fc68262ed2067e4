package io.opsflow.assets;

import io.opsflow.assets.FileColumn.Holds;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of the files of each kind, in their order. Racks and rooms are told by name or code. */
final class FileColumns {

    private static final FileColumn PLACE_STATUS =
            FileColumn.code("status", "assets.place-status.", codes(PlaceStatus.values(), PlaceStatus::code));

    private static final List<FileColumn> ROOM = List.of(
            FileColumn.of("name", Holds.TEXT),
            FileColumn.of("code", Holds.TEXT),
            FileColumn.of("address", Holds.TEXT),
            FileColumn.of("contact", Holds.TEXT),
            FileColumn.of("phone", Holds.TEXT),
            FileColumn.of("owner", Holds.TEXT),
            FileColumn.of("area_m2", Holds.DECIMAL),
            FileColumn.of("power_kw", Holds.DECIMAL),
            FileColumn.of("cooling", Holds.TEXT),
            PLACE_STATUS,
            FileColumn.of("notes", Holds.TEXT));

    private static final List<FileColumn> RACK = List.of(
            FileColumn.of("name", Holds.TEXT),
            FileColumn.of("room", Holds.TEXT),
            FileColumn.of("row", Holds.TEXT),
            FileColumn.of("position", Holds.INTEGER),
            FileColumn.of("height_u", Holds.INTEGER),
            FileColumn.of("width_mm", Holds.INTEGER),
            FileColumn.of("power_limit_w", Holds.INTEGER),
            PLACE_STATUS,
            FileColumn.of("owner", Holds.TEXT),
            FileColumn.of("lease_until", Holds.DAY),
            FileColumn.of("notes", Holds.TEXT));

    private static final List<FileColumn> SERVER = List.of(
            FileColumn.of("asset_number", Holds.TEXT),
            FileColumn.of("serial", Holds.TEXT),
            FileColumn.of("vendor", Holds.TEXT),
            FileColumn.of("model", Holds.TEXT),
            FileColumn.of("role", Holds.TEXT),
            FileColumn.of("owner", Holds.TEXT),
            FileColumn.of("service", Holds.TEXT),
            FileColumn.of("room", Holds.TEXT),
            FileColumn.of("rack", Holds.TEXT),
            FileColumn.of("position_u", Holds.INTEGER),
            FileColumn.of("height_u", Holds.INTEGER),
            FileColumn.code("face", "assets.face.", codes(Face.values(), Face::code)),
            FileColumn.of("power_w", Holds.INTEGER),
            FileColumn.of("management_address", Holds.TEXT),
            FileColumn.of("addresses", Holds.LIST),
            FileColumn.of("os", Holds.TEXT),
            FileColumn.of("cpu", Holds.TEXT),
            FileColumn.of("memory_gb", Holds.INTEGER),
            FileColumn.of("disks", Holds.TEXT),
            FileColumn.of("purchased_on", Holds.DAY),
            FileColumn.of("warranty_until", Holds.DAY),
            FileColumn.of("lease_until", Holds.DAY),
            FileColumn.code("status", "assets.server-status.", codes(ServerStatus.values(), ServerStatus::code)),
            FileColumn.of("tags", Holds.LIST));

    private FileColumns() {}

    /** The columns of a kind, with those of the fields that an administrator has added. */
    static List<FileColumn> of(AssetKind kind, List<CustomFieldFacts> own) {
        return switch (kind) {
            case ROOM -> ROOM;
            case RACK -> RACK;
            case SERVER ->
                Stream.concat(SERVER.stream(), own.stream().map(FileColumns::own))
                        .toList();
        };
    }

    private static FileColumn own(CustomFieldFacts field) {
        String name = "custom." + field.name();
        return switch (field.kind()) {
            case NUMBER -> FileColumn.of(name, Holds.DECIMAL);
            case DATE -> FileColumn.of(name, Holds.DAY);
            case TEXT, FLAG, CHOICE -> FileColumn.of(name, Holds.TEXT);
        };
    }

    private static <E> String[] codes(E[] constants, Function<E, String> code) {
        return Arrays.stream(constants).map(code).toArray(String[]::new);
    }
}
