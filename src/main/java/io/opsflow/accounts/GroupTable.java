package io.opsflow.accounts;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Groups and who belongs to them, page by page. In SQL: a group of thousands is not read to add one to it. */
@Component
class GroupTable {

    private static final String MEMBERS = "(select count(*) from group_member m where m.group_id = g.id)";
    private static final Map<String, String> ORDERS = Map.of("code", "g.code", "name", "g.name", "members", MEMBERS);

    private final JdbcClient sql;

    GroupTable(JdbcClient sql) {
        this.sql = sql;
    }

    PageOf<GroupDetails> page(@Nullable String q, Paging paging) {
        String where = isAny(q) ? "" : " where lower(g.code) like :q escape '!' or lower(g.name) like :q escape '!'";
        List<GroupDetails> rows = with(
                        q,
                        "select g.code, g.name, g.version, " + MEMBERS + " members from user_group g" + where
                                + " order by " + order(paging.sort()) + limit(paging))
                .query((row, number) -> new GroupDetails(
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("version"),
                        List.of(),
                        row.getInt("members")))
                .list();
        long total = with(q, "select count(*) from user_group g" + where)
                .query(Long.class)
                .single();
        Map<String, List<String>> roles =
                roles(rows.stream().map(GroupDetails::code).toList());
        return page(
                rows.stream()
                        .map(row -> new GroupDetails(
                                row.code(),
                                row.name(),
                                row.version(),
                                roles.getOrDefault(row.code(), List.of()),
                                row.members()))
                        .toList(),
                paging,
                total);
    }

    private Map<String, List<String>> roles(List<String> groups) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        if (!groups.isEmpty()) {
            sql.sql("select g.code, r.code role_code from user_group g join group_role gr on gr.group_id = g.id"
                            + " join role r on r.id = gr.role_id where g.code in (:groups) order by r.code")
                    .param("groups", groups)
                    .query((row, number) -> roles.computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                            .add(row.getString("role_code")))
                    .list();
        }
        return roles;
    }

    PageOf<Person> members(long groupId, @Nullable String q, Paging paging) {
        String from = " from group_member m join app_user u on u.id = m.user_id where m.group_id = " + groupId
                + (isAny(q) ? "" : " and (u.username like :q escape '!' or lower(u.real_name) like :q escape '!')");
        List<Person> rows = with(q, "select u.username, u.real_name" + from + " order by u.username" + limit(paging))
                .query((row, number) -> new Person(row.getString("username"), row.getString("real_name")))
                .list();
        return page(
                rows,
                paging,
                with(q, "select count(*)" + from).query(Long.class).single());
    }

    int members(long groupId) {
        return sql.sql("select count(*) from group_member where group_id = ?")
                .param(groupId)
                .query(Integer.class)
                .single();
    }

    /** Those of the names that nobody has. */
    Set<String> unknown(Collection<String> usernames) {
        Set<String> unknown = new TreeSet<>(usernames);
        if (!usernames.isEmpty()) {
            unknown.removeAll(sql.sql("select username from app_user where username in (:names)")
                    .param("names", usernames)
                    .query(String.class)
                    .set());
        }
        return unknown;
    }

    void join(long groupId, Set<String> usernames) {
        if (!usernames.isEmpty()) {
            sql.sql("insert into group_member (group_id, user_id) select :group, u.id from app_user u"
                            + " where u.username in (:names) and u.id not in"
                            + " (select m.user_id from group_member m where m.group_id = :group)")
                    .param("group", groupId)
                    .param("names", usernames)
                    .update();
        }
    }

    void leave(long groupId, Set<String> usernames) {
        if (!usernames.isEmpty()) {
            sql.sql("delete from group_member where group_id = :group"
                            + " and user_id in (select id from app_user where username in (:names))")
                    .param("group", groupId)
                    .param("names", usernames)
                    .update();
        }
    }

    void empty(long groupId) {
        sql.sql("delete from group_member where group_id = ?").param(groupId).update();
    }

    private StatementSpec with(@Nullable String q, String statement) {
        StatementSpec spec = sql.sql(statement);
        return isAny(q) || q == null ? spec : spec.param("q", containing(q));
    }

    private static boolean isAny(@Nullable String q) {
        return q == null || q.isBlank();
    }

    private static String containing(String q) {
        String text = q.strip().toLowerCase(Locale.ROOT);
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static String limit(Paging paging) {
        return " limit " + paging.size() + " offset " + paging.offset();
    }

    private static String order(@Nullable String sort) {
        String[] parts = (sort == null ? "code" : sort).split(",", 2);
        String column = ORDERS.get(parts[0]);
        String direction = parts.length == 2 ? parts[1] : "asc";
        if (column == null || !(direction.equals("asc") || direction.equals("desc"))) {
            throw new InvalidInput("sort", "unknown-sort", String.join(", ", new TreeSet<>(ORDERS.keySet())));
        }
        return column + " " + direction + ", g.code";
    }

    private static <T> PageOf<T> page(List<T> rows, Paging paging, long total) {
        return new PageOf<>(
                rows, paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }
}
