package io.opsflow.tickets;

import java.time.Instant;

/**
 * Something that somebody said about a ticket.
 *
 * @param id         its number
 * @param author     who said it
 * @param authorName that person's name
 * @param at         when
 * @param text       in plain text
 */
public record TicketComment(long id, String author, String authorName, Instant at, String text) {}
