package io.opsflow.accounts;

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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who has asked for an account. Where the process of the registration stands is the status. */
@Entity
@Table(name = "applicant")
class Applicant {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "applicant")
    @TableGenerator(
            name = "applicant",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "applicant",
            allocationSize = 1)
    private long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String username;

    /** What the name looks like, while nobody else may have one that looks the same. */
    @SuppressWarnings("UnusedVariable") // the database alone reads it
    private @Nullable String reservedName;

    private @Nullable String passwordHash;
    private String realName;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String department;

    @Enumerated(EnumType.STRING)
    private ApplicantStatus status = ApplicantStatus.PENDING;

    private String address;
    private Instant requestedAt;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable String reason;
    private String grantedRoles = "";

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Applicant() {}

    /**
     * Somebody new.
     *
     * @param username     in its normalised spelling; nobody else can have it from now on
     * @param passwordHash never the password
     */
    Applicant(String username, Register request, String passwordHash, String address, Instant now) {
        this.username = username;
        this.reservedName = Username.skeleton(username);
        this.passwordHash = passwordHash;
        this.realName = request.realName().strip();
        this.email = ContactRules.kept(request.email());
        this.phone = ContactRules.kept(request.phone());
        this.department = ContactRules.kept(request.department());
        this.address = address;
        this.requestedAt = now;
    }

    /** The process stands somewhere else; who decided is null where nobody did. */
    void enter(ApplicantStatus next, @Nullable String by, Instant now) {
        status = next;
        if (next != ApplicantStatus.PENDING) {
            decidedAt = now;
            decidedBy = by == null ? decidedBy : by;
        }
        if (next == ApplicantStatus.REFUSED || next == ApplicantStatus.EXPIRED) {
            reservedName = null;
        }
    }

    /** What an administrator has answered. */
    void answered(Collection<String> roles, @Nullable String why) {
        grantedRoles = String.join(",", roles);
        reason = why;
    }

    /** There is an account now: name and password are kept with it. */
    String handOver() {
        String hash = Objects.requireNonNull(passwordHash, "handed over once");
        passwordHash = null;
        reservedName = null;
        return hash;
    }

    /** What its owner is told who tries to sign in. */
    StillApplicant refusal() {
        return new StillApplicant(status, reason);
    }

    AddAccount account() {
        return new AddAccount(username, realName, email, phone, department, Set.copyOf(roles()), Set.of(), "", null);
    }

    RegistrationKey key() {
        return new RegistrationKey(id);
    }

    String username() {
        return username;
    }

    String realName() {
        return realName;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    ApplicantStatus status() {
        return status;
    }

    @Nullable
    String reason() {
        return reason;
    }

    List<String> roles() {
        return grantedRoles.isEmpty()
                ? List.of()
                : Arrays.stream(grantedRoles.split(",")).toList();
    }

    /** What the log of changes tells. */
    Map<String, Object> facts() {
        return Map.of(
                "username", username,
                "real_name", realName,
                "status", status.code(),
                "roles", grantedRoles,
                "reason", Objects.requireNonNullElse(reason, ""));
    }

    RegistrationDetails details() {
        return new RegistrationDetails(
                key(),
                username,
                realName,
                email,
                phone,
                department,
                status,
                address,
                requestedAt,
                roles(),
                reason,
                decidedBy,
                decidedAt);
    }
}
