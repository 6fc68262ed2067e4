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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Units that are kept free. */
@Entity
@Table(name = "asset_reservation")
class ReservationRow {

    @Id
    @TableGenerator(
            name = "asset_reservation",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "asset_reservation")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "asset_reservation")
    private long id;

    @Version
    @SuppressWarnings("UnusedVariable") // JPA counts it
    private int version;

    private long rackId;

    @Column(name = "position_u")
    private int positionU;

    @Column(name = "height_u")
    private int heightU;

    private Face face;

    @Column(name = "power_w")
    private @Nullable Integer powerW;

    private String owner;

    @Column(name = "reserved_until")
    private @Nullable LocalDate until;

    private @Nullable String reason;

    /** The move whose server is awaited here. */
    private @Nullable Long moveId;

    @SuppressWarnings("UnusedVariable") // for those who look into the table
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // for those who look into the table
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected ReservationRow() {}

    ReservationRow(long rackId, ReservationFacts facts, @Nullable Long moveId, Instant now) {
        this.rackId = rackId;
        this.positionU = facts.positionU();
        this.heightU = facts.heightU();
        this.face = facts.face();
        this.powerW = facts.powerW();
        this.owner = facts.owner();
        this.until = facts.until();
        this.reason = facts.reason();
        this.moveId = moveId;
        this.createdAt = now;
        this.updatedAt = now;
    }

    Reservation shown() {
        return new Reservation(
                id,
                version,
                rackId,
                new ReservationFacts(positionU, heightU, face, powerW, owner, until, reason),
                moveId == null ? null : new MoveKey(moveId));
    }

    Placement placement() {
        return new Placement(rackId, positionU, heightU, face);
    }

    boolean isOfMove() {
        return moveId != null;
    }

    long id() {
        return id;
    }

    long rackId() {
        return rackId;
    }
}
