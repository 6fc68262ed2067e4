package io.opsflow.attachments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that hangs on an object.
 *
 * @param id        its number
 * @param owner     the object
 * @param name      what its sender called it
 * @param mediaType what it is
 * @param size      how many bytes
 * @param width     of a picture, in dots
 * @param height    of a picture, in dots
 * @param createdBy who added it
 * @param createdAt when
 */
public record Attachment(
        long id,
        @JsonIgnore AttachmentOwner owner,
        String name,
        String mediaType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        String createdBy,
        Instant createdAt) {

    /** Whether it is a picture that may be shown within a page. */
    @JsonIgnore
    public boolean isPicture() {
        return width != null;
    }
}
