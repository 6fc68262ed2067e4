package io.opsflow.attachments;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What is known of an attachment; its content stands in parts in a table of its own. */
@Entity
@Immutable
@Table(name = "attachment")
class AttachmentRow {

    @Id
    @TableGenerator(
            name = "attachment",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "attachment")
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "attachment")
    private long id;

    private String ownerKind;
    private String ownerKey;
    private String name;
    private String mediaType;
    private long size;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private String createdBy;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected AttachmentRow() {}

    AttachmentRow(AttachmentOwner owner, String name, Content content, String author, Instant now) {
        this.ownerKind = owner.kind();
        this.ownerKey = owner.key();
        this.name = name;
        this.mediaType = content.mediaType();
        this.size = content.bytes().length;
        this.width = content.width();
        this.height = content.height();
        this.createdBy = author;
        this.createdAt = now;
    }

    Attachment attachment() {
        return new Attachment(
                id,
                new AttachmentOwner(ownerKind, ownerKey),
                name,
                mediaType,
                size,
                width,
                height,
                createdBy,
                createdAt);
    }
}
