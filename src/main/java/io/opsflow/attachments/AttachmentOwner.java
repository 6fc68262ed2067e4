package io.opsflow.attachments;

/**
 * What an attachment hangs on.
 *
 * @param kind the kind of object: {@code move}
 * @param key  what people call it: {@code M-1042}
 */
public record AttachmentOwner(String kind, String key) {}
