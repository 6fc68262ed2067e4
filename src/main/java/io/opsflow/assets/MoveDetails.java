package io.opsflow.assets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
 * @param remark      what was said last on the way
 * @param requester   who asked for it
 * @param labelScannedAt when whoever is on site has scanned its label
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
        @Nullable String remark,
        String requester,
        @Nullable Instant labelScannedAt,
        Instant createdAt,
        Instant updatedAt) {}
