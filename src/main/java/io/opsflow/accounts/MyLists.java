package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.design.SavedList;
import io.opsflow.design.SavedLists;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people keep of lists under a name. */
@Service
public class MyLists implements SavedLists {

    private static final String KIND = "saved_list";
    private static final int MOST = 100;
    private static final int NAME = 100;
    private static final int QUERY = 2_000;

    private final JdbcClient sql;
    private final Clock clock;

    MyLists(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<SavedList> of(String list) {
        return find("list = ? and (owner = ? or shared = ?) order by name_key, owner", list, me(), true);
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional
    @Audited("saved_list.add")
    public SavedList add(KeptList kept) {
        check(kept, "");
        if (find("list = ? and owner = ?", kept.list(), me()).size() >= MOST) {
            throw new InvalidInput("name", "too-many-saved", MOST);
        }
        demandOneUsual(kept);
        String id = UUID.randomUUID().toString();
        sql.sql("insert into saved_list (id, owner, list, name, name_key, query, shown, shared, usual, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        me(),
                        kept.list(),
                        kept.name().strip(),
                        key(kept.name()),
                        kept.query(),
                        String.join("\n", kept.columns()),
                        kept.shared(),
                        kept.usual(),
                        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        AuditTrail.changed(KIND, id, null, told(kept));
        return mine(id);
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional
    @Audited("saved_list.edit")
    public SavedList edit(String id, KeptList kept) {
        SavedList before = mine(id);
        KeptList after =
                new KeptList(before.list(), kept.name(), kept.query(), kept.columns(), kept.shared(), kept.usual());
        check(after, id);
        demandOneUsual(after);
        sql.sql("update saved_list set name = ?, name_key = ?, query = ?, shown = ?, shared = ?, usual = ?"
                        + " where id = ?")
                .params(
                        after.name().strip(),
                        key(after.name()),
                        after.query(),
                        String.join("\n", after.columns()),
                        after.shared(),
                        after.usual(),
                        id)
                .update();
        AuditTrail.changed(KIND, id, Map.of("name", before.name(), "shared", before.shared()), told(after));
        return mine(id);
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    @Transactional
    @Audited("saved_list.delete")
    public void delete(String id) {
        SavedList before = mine(id);
        sql.sql("delete from saved_list where id = ?").param(id).update();
        AuditTrail.changed(KIND, id, Map.of("name", before.name(), "shared", before.shared()), null);
    }

    private static Map<String, Object> told(KeptList kept) {
        return Map.of("name", kept.name().strip(), "shared", kept.shared());
    }

    private SavedList mine(String id) {
        return find("id = ? and owner = ?", id, me()).stream().findFirst().orElseThrow(() -> new NotFound(id));
    }

    private List<SavedList> find(String where, Object... parameters) {
        String me = me();
        return sql.sql("select * from saved_list where " + where)
                .params(parameters)
                .query((row, number) -> new SavedList(
                        row.getString("id"),
                        row.getString("list"),
                        row.getString("name"),
                        row.getString("query"),
                        row.getString("shown").lines().toList(),
                        row.getBoolean("shared"),
                        row.getBoolean("usual"),
                        row.getString("owner"),
                        row.getString("owner").equals(me)))
                .list();
    }

    private void check(KeptList kept, String self) {
        if (kept.list() == null || !kept.list().matches("[a-z0-9/_-]{1,64}")) {
            throw new InvalidInput("list", "required");
        }
        if (kept.name() == null || kept.name().isBlank()) {
            throw new InvalidInput("name", "required");
        }
        if (kept.name().strip().length() > NAME) {
            throw new InvalidInput("name", "text-too-long", NAME);
        }
        if (kept.query().length() > QUERY || String.join("\n", kept.columns()).length() > QUERY) {
            throw new InvalidInput("query", "text-too-long", QUERY);
        }
        boolean taken = find("list = ? and owner = ? and name_key = ?", kept.list(), me(), key(kept.name())).stream()
                .anyMatch(other -> !other.id().equals(self));
        if (taken) {
            throw new InvalidInput("name", "saved-name-taken", kept.name().strip());
        }
    }

    /** A list begins with one at most. */
    private void demandOneUsual(KeptList kept) {
        if (kept.usual()) {
            sql.sql("update saved_list set usual = ? where owner = ? and list = ? and usual = ?")
                    .params(false, me(), kept.list(), true)
                    .update();
        }
    }

    private static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String me() {
        return Actor.current().name();
    }
}
