package io.opsflow.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose tasks somebody does from when until when.
 *
 * @param id            its number
 * @param absent        who is away
 * @param absentName    that person's name
 * @param colleague     who does the tasks
 * @param colleagueName that person's name
 * @param from          since when
 * @param to            until when; where it was ended early, that moment
 * @param state         whether it is in force
 * @param reason        why
 * @param createdBy     who set it
 * @param endedBy       who ended it early
 * @param endable       whether the reader may end it
 */
public record DelegationDetails(
        long id,
        String absent,
        String absentName,
        String colleague,
        String colleagueName,
        Instant from,
        Instant to,
        DelegationState state,
        @Nullable String reason,
        String createdBy,
        @Nullable String endedBy,
        boolean endable) {}
