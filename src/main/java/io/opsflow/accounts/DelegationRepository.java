package io.opsflow.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of delegations. */
interface DelegationRepository extends Repository<Delegation, Long> {

    Delegation save(Delegation delegation);

    void delete(Delegation delegation);

    Optional<Delegation> findById(long id);

    /** Those in which somebody does others' tasks, and that have not ended. */
    @Query("select d from Delegation d where d.colleague = :colleague and d.endsAt > :now order by d.absent")
    List<Delegation> ofColleague(String colleague, Instant now);

    @Query("select d from Delegation d where d.absent = :absent and d.beginsAt < :to and d.endsAt > :from"
            + " order by d.beginsAt")
    List<Delegation> ofAbsentWithin(String absent, Instant from, Instant to);

    @Query("select count(d) from Delegation d where d.colleague = :colleague and d.beginsAt < :to and d.endsAt > :from")
    long countOfColleagueWithin(String colleague, Instant from, Instant to);

    @Query("select d from Delegation d where (d.absent = :username or d.colleague = :username) and d.endsAt > :now")
    List<Delegation> openOf(String username, Instant now);
}
