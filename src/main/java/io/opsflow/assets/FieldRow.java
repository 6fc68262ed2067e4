package io.opsflow.assets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;

/** A field that an administrator has added. */
@Entity
@Table(name = "asset_field")
class FieldRow {

    @Id
    @TableGenerator(
            name = "asset_field",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "asset_field")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "asset_field")
    private long id;

    @Version
    private int version;

    private String name;
    private String label;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private FieldKind kind;

    private boolean required;

    /** One a line. */
    private String choices;

    @SuppressWarnings("UnusedVariable") // for those who look into the table
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // for those who look into the table
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected FieldRow() {}

    @SuppressWarnings("NullAway.Init") // state() fills the fields
    FieldRow(CustomFieldFacts facts, Instant now) {
        this.createdAt = now;
        state(facts, now);
    }

    final void state(CustomFieldFacts facts, Instant now) {
        name = facts.name();
        label = facts.label();
        kind = facts.kind();
        required = facts.required();
        choices = String.join("\n", facts.choices());
        updatedAt = now;
    }

    CustomField shown() {
        return new CustomField(id, version, facts());
    }

    CustomFieldFacts facts() {
        return new CustomFieldFacts(name, label, kind, required, choices.lines().toList());
    }

    int version() {
        return version;
    }
}
