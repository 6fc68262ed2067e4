package io.opsflow.assets;

import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to move a server: it stands there, or a process has begun at whose end it does.
 *
 * @param server the server
 * @param move   the process; null when it has moved at once
 */
public record MoveOutcome(ServerDetails server, @Nullable MoveDetails move) {}
