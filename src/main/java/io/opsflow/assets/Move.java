package io.opsflow.assets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A server on its way. Where its process stands is its status. */
@Entity
@Table(name = "asset_move")
class Move {

    static final int REMARK = 4_000;

    @Id
    @TableGenerator(
            name = "asset_move",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "asset_move",
            initialValue = 1000)
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "asset_move")
    private long id;

    @Version
    @SuppressWarnings("UnusedVariable") // JPA counts it
    private int version;

    private long serverId;

    /** The database keeps it unique: a server is on one way only. */
    @SuppressWarnings("UnusedVariable") // queries read it
    private @Nullable Long openServerId;

    private @Nullable Long reservationId;
    private String assetNumber;
    private String fromPlace;
    private String toPlace;
    private long rackId;

    @Column(name = "position_u")
    private int positionU;

    @Column(name = "height_u")
    private int heightU;

    private Face face;
    private String reason;
    private String requester;
    private MoveStatus status = MoveStatus.PENDING_APPROVAL;

    /** What was said last on the way. */
    private @Nullable String remark;

    /** Since when it is being carried out; empty before. What was scanned and taken earlier counts for nothing. */
    private @Nullable Instant onSiteAt;

    private @Nullable Instant labelScannedAt;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Move() {}

    Move(
            long serverId,
            String assetNumber,
            String fromPlace,
            String toPlace,
            Placement target,
            String reason,
            String requester,
            Instant now) {
        this.serverId = serverId;
        this.openServerId = serverId;
        this.assetNumber = assetNumber;
        this.fromPlace = fromPlace;
        this.toPlace = toPlace;
        this.rackId = target.rackId();
        this.positionU = target.positionU();
        this.heightU = target.heightU();
        this.face = target.face();
        this.reason = reason;
        this.requester = requester;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void awaitedAt(long reservation) {
        reservationId = reservation;
    }

    /** The process stands somewhere else now. */
    void enter(MoveStatus next, @Nullable String comment, Instant now) {
        status = next;
        remark = comment == null ? remark : comment;
        updatedAt = now;
        if (next == MoveStatus.ON_SITE) {
            onSiteAt = now;
            labelScannedAt = null;
        }
        if (next.isFinal()) {
            openServerId = null;
        }
    }

    MoveDetails details() {
        return new MoveDetails(
                key(),
                serverId,
                assetNumber,
                fromPlace,
                toPlace,
                status,
                reason,
                remark,
                requester,
                labelScannedAt,
                createdAt,
                updatedAt);
    }

    /** Whoever is on site has the right server before them. */
    void labelScanned(Instant now) {
        labelScannedAt = now;
    }

    /** Why it is not wanted any more. */
    void remark(String words) {
        remark = words;
    }

    boolean isLabelScanned() {
        return labelScannedAt != null;
    }

    @Nullable
    Instant onSiteAt() {
        return onSiteAt;
    }

    String assetNumber() {
        return assetNumber;
    }

    String requester() {
        return requester;
    }

    /** One line that says what it is about. */
    String title() {
        String title = assetNumber + ": " + fromPlace + " → " + toPlace;
        return title.length() <= 200 ? title : title.substring(0, 199) + "…";
    }

    MoveKey key() {
        return new MoveKey(id);
    }

    Placement target() {
        return new Placement(rackId, positionU, heightU, face);
    }

    @Nullable
    Long reservationId() {
        return reservationId;
    }

    long serverId() {
        return serverId;
    }

    String reason() {
        return reason;
    }

    MoveStatus status() {
        return status;
    }
}
