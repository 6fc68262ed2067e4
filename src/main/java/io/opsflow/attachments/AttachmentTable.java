package io.opsflow.attachments;

import io.opsflow.kernel.NotFound;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tables of attachments and of their contents, which stand in parts that no database finds too large. */
@Component
class AttachmentTable {

    static final int PART = 512 * 1024;

    private final EntityManager entities;
    private final JdbcTemplate sql;

    AttachmentTable(EntityManager entities, JdbcTemplate sql) {
        this.entities = entities;
        this.sql = sql;
    }

    List<Attachment> of(AttachmentOwner owner) {
        return entities.createQuery(
                        "from AttachmentRow a where a.ownerKind = :kind and a.ownerKey = :key order by a.id",
                        AttachmentRow.class)
                .setParameter("kind", owner.kind())
                .setParameter("key", owner.key())
                .getResultStream()
                .map(AttachmentRow::attachment)
                .toList();
    }

    /** @throws NotFound there is none */
    Attachment get(long id) {
        return Optional.ofNullable(entities.find(AttachmentRow.class, id))
                .orElseThrow(() -> new NotFound(id))
                .attachment();
    }

    Attachment save(AttachmentRow row, byte[] content) {
        entities.persist(row);
        entities.flush();
        Attachment saved = row.attachment();
        for (int from = 0; from < content.length; from += PART) {
            sql.update(
                    "insert into attachment_part (attachment_id, part, content) values (?, ?, ?)",
                    saved.id(),
                    from / PART,
                    Arrays.copyOfRange(content, from, Math.min(from + PART, content.length)));
        }
        return saved;
    }

    byte[] content(long id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        sql.query(
                "select content from attachment_part where attachment_id = ? order by part",
                row -> {
                    bytes.writeBytes(row.getBytes(1));
                },
                id);
        return bytes.toByteArray();
    }

    void delete(long id) {
        sql.update("delete from attachment_part where attachment_id = ?", id);
        sql.update("delete from attachment where id = ?", id);
    }
}
