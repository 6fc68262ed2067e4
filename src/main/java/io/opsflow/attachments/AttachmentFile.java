package io.opsflow.attachments;

/**
 * An attachment with its content.
 *
 * @param attachment what is known of it
 * @param content    its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record AttachmentFile(Attachment attachment, byte[] content) {}
