package io.opsflow.assets.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.BulkEdit;
import io.opsflow.assets.BulkEdits;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.RoomDetails;
import io.opsflow.assets.ServerDetails;
import io.opsflow.design.Filters;
import io.opsflow.kernel.Texts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dialogs in which many servers, racks or rooms are changed together. */
@SpringComponent
class BulkForms {

    private final BulkEdits edits;
    private final Texts texts;

    BulkForms(BulkEdits edits, Texts texts) {
        this.edits = edits;
        this.texts = texts;
    }

    /** For some servers, or, where they are null, for all that the filters let through. */
    void openServers(@Nullable Collection<ServerDetails> some, Filters filters, int total, Runnable done) {
        FactsForm form = new FactsForm(texts)
                .choice("status", AssetWords.serverStatuses())
                .text("vendor", "model", "role", "owner", "service")
                .number("power_w")
                .text("os", "cpu")
                .number("memory_gb")
                .text("disks")
                .day("purchased_on", "warranty_until", "lease_until")
                .list("add_tags")
                .list("remove_tags")
                .text("reason");
        open(AssetKind.SERVER, form, read(some, ServerDetails::id, ServerDetails::version), filters, total, done);
    }

    /** The same for racks. */
    void openRacks(@Nullable Collection<RackDetails> some, Filters filters, int total, Runnable done) {
        FactsForm form = new FactsForm(texts)
                .choice("status", AssetWords.placeStatuses())
                .text("row", "owner")
                .number("power_limit_w")
                .day("lease_until")
                .area("notes")
                .text("reason");
        open(AssetKind.RACK, form, read(some, RackDetails::id, RackDetails::version), filters, total, done);
    }

    /** The same for rooms. */
    void openRooms(@Nullable Collection<RoomDetails> some, Filters filters, int total, Runnable done) {
        FactsForm form = new FactsForm(texts)
                .choice("status", AssetWords.placeStatuses())
                .text("contact", "phone", "cooling")
                .area("notes")
                .text("reason");
        open(AssetKind.ROOM, form, read(some, RoomDetails::id, RoomDetails::version), filters, total, done);
    }

    private static <T> @Nullable Map<Long, Integer> read(
            @Nullable Collection<T> some, Function<T, Long> id, Function<T, Integer> version) {
        return some == null ? null : some.stream().collect(Collectors.toMap(id, version));
    }

    private void open(
            AssetKind kind,
            FactsForm form,
            @Nullable Map<Long, Integer> versions,
            Filters filters,
            int total,
            Runnable done) {
        int concerned = versions == null ? total : versions.size();
        new BulkDialog(edits, kind, form, concerned, values -> edit(values, versions, filters), done).open();
    }

    private static BulkEdit edit(
            Map<String, @Nullable Object> values, @Nullable Map<Long, Integer> versions, Filters filters) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(values);
        List<String> add = tags(fields.remove("add_tags"));
        List<String> remove = tags(fields.remove("remove_tags"));
        Object reason = fields.remove("reason");
        fields.values().removeIf(value -> value == null);
        return new BulkEdit(
                versions == null ? null : List.copyOf(versions.keySet()),
                versions == null ? ListFilters.parameters(filters) : null,
                versions,
                fields,
                add,
                remove,
                (String) reason,
                null);
    }

    private static List<String> tags(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
