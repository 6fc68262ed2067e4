package io.opsflow.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that one was told.
 *
 * @param id        its number
 * @param text      one sentence in the reader's language
 * @param link      the page it is about, path and query without a leading slash; null where there is none
 * @param createdAt when it happened
 * @param unread    whether the reader has not marked it read
 */
public record NotificationDetails(long id, String text, @Nullable String link, Instant createdAt, boolean unread) {}
