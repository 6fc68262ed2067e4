package io.opsflow.accounts;

import io.opsflow.kernel.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose tasks somebody does from when until when. */
@Entity
class Delegation {

    @Id
    @TableGenerator(
            name = "delegation",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "delegation")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "delegation")
    private long id;

    private String absent;
    private String colleague;
    private Instant beginsAt;
    private Instant endsAt;
    private @Nullable String reason;
    private String createdBy;

    @SuppressWarnings("UnusedVariable") // for those who look into the table
    private Instant createdAt;

    private @Nullable String endedBy;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Delegation() {}

    Delegation(String absent, String colleague, Span span, @Nullable String reason, Instant now) {
        this.absent = absent;
        this.colleague = colleague;
        this.beginsAt = span.from();
        this.endsAt = span.to();
        this.reason = reason;
        this.createdBy = Actor.current().name();
        this.createdAt = now;
    }

    /** From a moment on, and before another. */
    record Span(Instant from, Instant to) {

        boolean contains(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    void end(Instant now) {
        endsAt = now;
        endedBy = Actor.current().name();
    }

    /** What the audit log compares. */
    Map<String, Object> facts() {
        return Map.of("absent", absent, "colleague", colleague, "from", beginsAt, "to", endsAt);
    }

    long id() {
        return id;
    }

    String absent() {
        return absent;
    }

    String colleague() {
        return colleague;
    }

    Span span() {
        return new Span(beginsAt, endsAt);
    }

    DelegationState state(Instant now) {
        return DelegationState.of(beginsAt, endsAt, now);
    }

    DelegationDetails details(Map<String, String> names, Instant now, boolean mayEnd) {
        return new DelegationDetails(
                id,
                absent,
                names.getOrDefault(absent, absent),
                colleague,
                names.getOrDefault(colleague, colleague),
                beginsAt,
                endsAt,
                state(now),
                reason,
                createdBy,
                endedBy,
                mayEnd && state(now) != DelegationState.PAST);
    }
}
