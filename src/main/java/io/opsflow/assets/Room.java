package io.opsflow.assets;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;

/** A machine room. */
@Entity
@Table(name = "asset_room")
@DynamicUpdate
class Room extends Asset {

    @Embedded
    private RoomFacts facts;

    @SuppressWarnings("UnusedVariable") // the database keeps it unique
    private String codeKey;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Room() {}

    @SuppressWarnings("NullAway.Init") // state() fills the fields
    Room(RoomFacts facts, Instant now) {
        super(now);
        state(facts, now);
    }

    /** From now on it is this. */
    final void state(RoomFacts next, Instant now) {
        facts = next;
        codeKey = Names.key(next.code());
        touch(
                Names.search(Stream.of(
                        next.name(),
                        next.code(),
                        next.address(),
                        next.contact(),
                        next.phone(),
                        next.owner(),
                        next.cooling(),
                        next.notes())),
                now);
    }

    RoomFacts facts() {
        return facts;
    }
}
