package io.opsflow.attachments;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The files that hang on objects. */
@Service
@PreAuthorize("isAuthenticated()")
@EnableConfigurationProperties(AttachmentProperties.class)
public class Attachments {

    /** More than anybody looks at. */
    static final int OF_ONE = 50;

    private static final int NAME = 200;

    private final AttachmentTable table;
    private final ObjectProvider<AttachmentHolder> holders;
    private final AttachmentProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Attachments(
            AttachmentTable table,
            ObjectProvider<AttachmentHolder> holders,
            AttachmentProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.holders = holders;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many bytes a file may have. */
    public int largest() {
        return (int) properties.largest().toBytes();
    }

    /**
     * What was sent, if it is not too much.
     *
     * @throws InvalidInput it is nothing, or larger than allowed
     */
    public byte[] received(InputStream sent) {
        try {
            byte[] content = sent.readNBytes(largest() + 1);
            if (content.length > largest()) {
                throw new InvalidInput(
                        "file", "file-too-large", properties.largest().toMegabytes());
            }
            if (content.length == 0) {
                throw new InvalidInput("file", "required");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The attachments of an object, the oldest first.
     *
     * @throws NotFound there is no such object, or the caller may not see it
     */
    @Transactional(readOnly = true)
    public List<Attachment> of(AttachmentOwner owner) {
        visible(owner);
        return table.of(owner);
    }

    /**
     * Hangs a file on an object. It is judged and drawn before a transaction begins.
     *
     * @param name    what its sender calls it; null or a path are no names
     * @param content its bytes
     * @throws NotFound              there is no such object, or the caller may not see it
     * @throws AccessDeniedException the caller may not add to it
     * @throws InvalidInput          the file is too large or a broken picture, or the object has too many
     */
    @Audited("attachment.add")
    public Attachment add(AttachmentOwner owner, @Nullable String name, byte[] content) {
        if (content.length > largest()) {
            throw new InvalidInput(
                    "file", "file-too-large", properties.largest().toMegabytes());
        }
        Objects.requireNonNull(transaction.execute(status -> demandOpen(owner)));
        Content kept = Content.of(content);
        return Objects.requireNonNull(transaction.execute(status -> saved(owner, called(name), kept)));
    }

    /**
     * Hangs a picture on an object.
     *
     * @throws InvalidInput it is no JPEG, PNG or WebP, or cannot be taken as above
     */
    @Audited("attachment.add")
    public Attachment addPicture(AttachmentOwner owner, @Nullable String name, byte[] content) {
        if (!Picture.isOne(content)) {
            throw new InvalidInput("file", "no-picture");
        }
        return add(owner, name, content);
    }

    private Attachment saved(AttachmentOwner owner, String name, Content content) {
        demandOpen(owner);
        Attachment saved = table.save(
                new AttachmentRow(owner, name, content, Actor.current().name(), clock.instant()), content.bytes());
        AuditTrail.changed(owner.kind(), owner.key(), null, facts(saved));
        AuditTrail.done();
        return saved;
    }

    private AttachmentHolder demandOpen(AttachmentOwner owner) {
        AttachmentHolder holder = visible(owner);
        demandOpen(holder, owner.key());
        if (table.of(owner).size() >= OF_ONE) {
            throw new InvalidInput("file", "too-many", OF_ONE);
        }
        return holder;
    }

    private static void demandOpen(AttachmentHolder holder, String key) {
        if (!holder.isOpenTo(key)) {
            throw new AccessDeniedException("not theirs to add to");
        }
    }

    /**
     * One attachment with its content.
     *
     * @throws NotFound there is none, or the caller may not see its object
     */
    @Transactional(readOnly = true)
    public AttachmentFile get(long id) {
        Attachment attachment = table.get(id);
        visible(attachment.owner());
        return new AttachmentFile(attachment, table.content(id));
    }

    /**
     * Takes away again what one has added, as long as one might add.
     *
     * @throws NotFound              there is none, or the caller may not see its object
     * @throws AccessDeniedException somebody else added it, or its object takes no more
     */
    @Transactional
    @Audited("attachment.delete")
    public void delete(long id) {
        Attachment attachment = table.get(id);
        AttachmentOwner owner = attachment.owner();
        demandOpen(visible(owner), owner.key());
        if (!attachment.createdBy().equals(Actor.current().name())) {
            throw new AccessDeniedException("somebody else added it");
        }
        table.delete(id);
        AuditTrail.changed(owner.kind(), owner.key(), facts(attachment), null);
    }

    private AttachmentHolder visible(AttachmentOwner owner) {
        return holders.stream()
                .filter(holder -> holder.kind().equals(owner.kind()) && holder.isVisible(owner.key()))
                .findFirst()
                .orElseThrow(() -> new NotFound(owner.key()));
    }

    private static Map<String, Object> facts(Attachment attachment) {
        return Map.of(
                "attachment", attachment.id(),
                "name", attachment.name(),
                "media_type", attachment.mediaType(),
                "size", attachment.size());
    }

    /** The last part of what may be a path, in letters that a file's name may have. */
    private static String called(@Nullable String name) {
        String plain = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\"<>|:*?]", "_")
                .strip();
        String shown = plain.isEmpty() || plain.matches("\\.+") ? "file" : plain;
        return shown.length() <= NAME ? shown : shown.substring(shown.length() - NAME);
    }
}
