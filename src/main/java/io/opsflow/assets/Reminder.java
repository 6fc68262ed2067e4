package io.opsflow.assets;

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

/** A contract that ends. Where its process stands is its status. */
@Entity
@Table(name = "asset_reminder")
class Reminder {

    static final int REMARK = 4_000;

    @Id
    @TableGenerator(
            name = "asset_reminder",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "asset_reminder",
            initialValue = 1000)
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "asset_reminder")
    private long id;

    @Version
    @SuppressWarnings("UnusedVariable") // JPA counts it
    private int version;

    private String objectKind;
    private long objectId;
    private String name;
    private Contract contract;
    private LocalDate endsOn;

    /** The database keeps it unique: nobody is reminded twice of the same day. */
    @SuppressWarnings("UnusedVariable") // queries read it
    private @Nullable LocalDate covers;

    private ReminderStatus status = ReminderStatus.AHEAD;
    private @Nullable LocalDate renewedUntil;
    private @Nullable String remark;
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // for those who look into the table
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Reminder() {}

    Reminder(AssetKind kind, long objectId, String name, Contract contract, LocalDate endsOn, Instant now) {
        this.objectKind = kind.code();
        this.objectId = objectId;
        this.name = name;
        this.contract = contract;
        this.endsOn = endsOn;
        this.covers = endsOn;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The process stands somewhere else now. */
    void enter(ReminderStatus next, Instant now) {
        status = next;
        updatedAt = now;
        if (next == ReminderStatus.DROPPED) {
            covers = null;
        }
    }

    /** Somebody has decided. */
    void decided(@Nullable LocalDate until, @Nullable String comment) {
        renewedUntil = until;
        remark = comment;
    }

    ReminderDetails details() {
        return new ReminderDetails(key(), kind(), objectId, name, contract, endsOn, status, remark, createdAt);
    }

    /** One line that says what it is about, in no language. */
    String title() {
        return name + " · " + endsOn;
    }

    ReminderKey key() {
        return new ReminderKey(id);
    }

    AssetKind kind() {
        return AssetKind.of(objectKind + "s");
    }

    long objectId() {
        return objectId;
    }

    Contract contract() {
        return contract;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    @Nullable
    LocalDate renewedUntil() {
        return renewedUntil;
    }

    @Nullable
    String remark() {
        return remark;
    }
}
