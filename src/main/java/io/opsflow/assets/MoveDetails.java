package io.opsflow.assets;

import java.time.Instant;

/**
 * A server on its way.
 *
 * @param key         what people call it
 * @param serverId    the server
 * @param assetNumber its asset number
 * @param from        where it stood
 * @param to          where it goes; these units are reserved
 * @param status      where the move's process stands
 * @param reason      why
 * @param requester   who asked for it
 * @param createdAt   when
 * @param updatedAt   when it moved on last
 */
public record MoveDetails(
        MoveKey key,
        long serverId,
        String assetNumber,
        String from,
        String to,
        MoveStatus status,
        String reason,
        String requester,
        Instant createdAt,
        Instant updatedAt) {}
