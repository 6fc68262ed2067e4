package io.opsflow.assets;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;

/** What everything on record has: a number of its own among all assets, a version, its times. */
@MappedSuperclass
abstract class Asset {

    @Id
    @TableGenerator(
            name = "asset",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "asset",
            initialValue = 1000)
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "asset")
    private long id;

    @Version
    private int version;

    /** What lists look through. */
    @SuppressWarnings("UnusedVariable") // queries read it
    private String search = "";

    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Asset() {}

    protected Asset(Instant now) {
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** It is different now. Written even if only a collection has changed, so that the version counts every change. */
    void touch(String words, Instant now) {
        search = words;
        updatedAt = now;
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
