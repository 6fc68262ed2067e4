package io.opsflow.assets;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;

/** A rack in a machine room. */
@Entity
@Table(name = "asset_rack")
@DynamicUpdate
class Rack extends Asset {

    @Embedded
    private RackFacts facts;

    @SuppressWarnings("UnusedVariable") // the database keeps it unique in its room
    private String nameKey;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Rack() {}

    @SuppressWarnings("NullAway.Init") // state() fills the fields
    Rack(RackFacts facts, Instant now) {
        super(now);
        state(facts, now);
    }

    /** From now on it is this. */
    final void state(RackFacts next, Instant now) {
        facts = next;
        nameKey = Names.key(next.name());
        touch(Names.search(Stream.of(next.name(), next.row(), next.owner(), next.notes())), now);
    }

    RackFacts facts() {
        return facts;
    }
}
