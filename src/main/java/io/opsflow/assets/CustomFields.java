package io.opsflow.assets;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.StaleVersion;
import io.opsflow.kernel.Validation;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The fields that administrators give to servers. */
@Service
public class CustomFields {

    private static final String KIND = "asset_field";

    private final EntityManager entities;
    private final FactFields fields;
    private final Validation validation;
    private final Clock clock;

    CustomFields(EntityManager entities, FactFields fields, Validation validation, Clock clock) {
        this.entities = entities;
        this.fields = fields;
        this.validation = validation;
        this.clock = clock;
    }

    /** All of them, by name. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public List<CustomField> all() {
        return entities.createQuery("from FieldRow f order by f.name", FieldRow.class)
                .getResultStream()
                .map(FieldRow::shown)
                .toList();
    }

    /**
     * Adds one; every server has it then, empty.
     *
     * @throws InvalidInput    something about it cannot be accepted
     * @throws AlreadyRecorded there is one of the name
     */
    @PreAuthorize("hasAuthority('assets.define')")
    @Transactional
    @Audited("asset_field.add")
    public CustomField add(CustomFieldFacts facts) {
        check(facts);
        if (!entities.createQuery("from FieldRow f where f.name = :name", FieldRow.class)
                .setParameter("name", facts.name())
                .getResultList()
                .isEmpty()) {
            throw new AlreadyRecorded("name", facts.name(), facts.label());
        }
        FieldRow row = new FieldRow(facts, clock.instant());
        entities.persist(row);
        entities.flush();
        AuditTrail.changed(KIND, facts.name(), null, facts);
        return row.shown();
    }

    /**
     * Changes one. Its name and its kind stay what they are: values hang on them.
     *
     * @throws NotFound     there is none
     * @throws InvalidInput something about it cannot be accepted
     * @throws StaleVersion somebody else has changed it since it was read
     */
    @PreAuthorize("hasAuthority('assets.define')")
    @Transactional
    @Audited("asset_field.edit")
    public CustomField edit(long id, Changes changes) {
        FieldRow row = find(id);
        CustomFieldFacts before = row.facts();
        CustomFieldFacts after =
                fields.with(before, changes.fields(), CustomFieldFacts.class).orThrow();
        if (changes.version() != null && changes.version() != row.version()) {
            throw new StaleVersion(before.name(), fields.of(row.shown()), fields.of(after));
        }
        check(after);
        if (!after.name().equals(before.name()) || after.kind() != before.kind()) {
            throw new InvalidInput(after.name().equals(before.name()) ? "kind" : "name", "field-fixed");
        }
        row.state(after, clock.instant());
        entities.flush();
        AuditTrail.changed(KIND, after.name(), before, after);
        return row.shown();
    }

    /**
     * Removes one, with what it holds on every server.
     *
     * @throws NotFound there is none
     */
    @PreAuthorize("hasAuthority('assets.define')")
    @Transactional
    @Audited("asset_field.delete")
    public void delete(long id) {
        FieldRow row = find(id);
        AuditTrail.changed(KIND, row.facts().name(), row.facts(), null);
        entities.createNativeQuery("delete from asset_server_value where field_name = :name")
                .setParameter("name", row.facts().name())
                .executeUpdate();
        entities.remove(row);
    }

    private FieldRow find(long id) {
        return Optional.ofNullable(entities.find(FieldRow.class, id)).orElseThrow(() -> new NotFound(id));
    }

    private void check(CustomFieldFacts facts) {
        validation.checked(facts);
        if (!facts.errors().isEmpty()) {
            throw new InvalidInput(facts.errors());
        }
    }
}
