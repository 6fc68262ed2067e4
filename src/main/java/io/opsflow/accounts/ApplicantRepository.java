package io.opsflow.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface ApplicantRepository extends JpaRepository<Applicant, Long> {

    Optional<Applicant> findFirstByUsernameOrderByIdDesc(String username);

    List<Applicant> findByIdIn(Collection<Long> ids);

    boolean existsByReservedName(String skeleton);

    /** How many asked from an address after a time. */
    long countByAddressAndRequestedAtAfter(String address, Instant after);

    /** Passwords of those who were told no long ago. */
    @Modifying
    @Transactional
    @Query("update Applicant a set a.passwordHash = null where a.decidedAt < :before and a.passwordHash is not null")
    int forgetPasswords(Instant before);
}
