package io.opsflow.assets;

import io.opsflow.assets.FileColumn.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of the files of each kind, in their order. Racks and rooms are told by name or code. */
final class FileColumns {

    private static final FileColumn PLACE_STATUS =
            FileColumn.code("status", "assets.place-status.", codes(PlaceStatus.values(), PlaceStatus::code));

    private static final List<FileColumn> ROOM = List.of(
            FileColumn.of("name", Type.TEXT),
            FileColumn.of("code", Type.TEXT),
            FileColumn.of("address", Type.TEXT),
            FileColumn.of("contact", Type.TEXT),
            FileColumn.of("phone", Type.TEXT),
            FileColumn.of("owner", Type.TEXT),
            FileColumn.of("area_m2", Type.DECIMAL),
            FileColumn.of("power_kw", Type.DECIMAL),
            FileColumn.of("cooling", Type.TEXT),
            PLACE_STATUS,
            FileColumn.of("notes", Type.TEXT));

    private static final List<FileColumn> RACK = List.of(
            FileColumn.of("name", Type.TEXT),
            FileColumn.of("room", Type.TEXT),
            FileColumn.of("row", Type.TEXT),
            FileColumn.of("position", Type.INTEGER),
            FileColumn.of("height_u", Type.INTEGER),
            FileColumn.of("power_limit_w", Type.INTEGER),
            PLACE_STATUS,
            FileColumn.of("owner", Type.TEXT),
            FileColumn.of("notes", Type.TEXT));

    private static final List<FileColumn> SERVER = List.of(
            FileColumn.of("asset_number", Type.TEXT),
            FileColumn.of("serial", Type.TEXT),
            FileColumn.of("vendor", Type.TEXT),
            FileColumn.of("model", Type.TEXT),
            FileColumn.of("role", Type.TEXT),
            FileColumn.of("owner", Type.TEXT),
            FileColumn.of("service", Type.TEXT),
            FileColumn.of("room", Type.TEXT),
            FileColumn.of("rack", Type.TEXT),
            FileColumn.of("position_u", Type.INTEGER),
            FileColumn.of("height_u", Type.INTEGER),
            FileColumn.code("face", "assets.face.", codes(Face.values(), Face::code)),
            FileColumn.of("power_w", Type.INTEGER),
            FileColumn.of("management_address", Type.TEXT),
            FileColumn.of("addresses", Type.LIST),
            FileColumn.of("os", Type.TEXT),
            FileColumn.of("cpu", Type.TEXT),
            FileColumn.of("memory_gb", Type.INTEGER),
            FileColumn.of("disks", Type.TEXT),
            FileColumn.of("purchased_on", Type.DAY),
            FileColumn.of("warranty_until", Type.DAY),
            FileColumn.code("status", "assets.server-status.", codes(ServerStatus.values(), ServerStatus::code)),
            FileColumn.of("tags", Type.LIST));

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
            case NUMBER -> FileColumn.of(name, Type.DECIMAL);
            case DATE -> FileColumn.of(name, Type.DAY);
            case TEXT, FLAG, CHOICE -> FileColumn.of(name, Type.TEXT);
        };
    }

    private static <E> String[] codes(E[] constants, Function<E, String> code) {
        return Arrays.stream(constants).map(code).toArray(String[]::new);
    }
}
