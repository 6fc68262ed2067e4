package io.opsflow.assets;

import io.opsflow.kernel.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A line of a change log. */
@Entity
@Immutable
@Table(name = "asset_change")
class ChangeRow {

    @Id
    @TableGenerator(
            name = "asset_change",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "asset_change",
            allocationSize = 500)
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "asset_change")
    private long id;

    @SuppressWarnings("UnusedVariable") // queries read it
    private String kind;

    @SuppressWarnings("UnusedVariable") // queries read it
    private long objectId;

    private int objectVersion;
    private String action;
    private String actor;
    private @Nullable String onBehalfOf;
    private String fields;
    private @Nullable String reason;
    private @Nullable String ticket;
    private Instant createdAt;
    private @Nullable String traceId;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected ChangeRow() {}

    ChangeRow(
            AssetKind kind,
            long objectId,
            int objectVersion,
            String action,
            Actor actor,
            String fields,
            Why why,
            Instant now,
            @Nullable String traceId) {
        this.kind = kind.code();
        this.objectId = objectId;
        this.objectVersion = objectVersion;
        this.action = action;
        this.actor = actor.name();
        this.onBehalfOf = actor.onBehalfOf();
        this.fields = fields;
        this.reason = why.reason();
        this.ticket = why.ticket();
        this.createdAt = now;
        this.traceId = traceId;
    }

    AssetChange shown(Map<String, String> names, List<FieldChange> changes) {
        return new AssetChange(
                id,
                objectVersion,
                action,
                actor,
                names.getOrDefault(actor, actor),
                onBehalfOf,
                onBehalfOf == null ? null : names.getOrDefault(onBehalfOf, onBehalfOf),
                changes,
                reason,
                ticket,
                createdAt,
                traceId);
    }

    long id() {
        return id;
    }

    /** Who did it, and for whom. */
    Stream<String> people() {
        return Stream.of(actor, onBehalfOf).flatMap(Stream::ofNullable);
    }

    String fields() {
        return fields;
    }
}
