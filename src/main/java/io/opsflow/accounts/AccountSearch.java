package io.opsflow.accounts;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds accounts page by page, among a hundred thousand: five statements and one for each word that is looked for, however long the page is. In SQL, because
 * a page is found in an index alone and its rows are read afterwards, which JPQL cannot say.
 */
@Component
class AccountSearch {

    private static final Map<String, List<String>> ORDERS = Map.of(
            "username", List.of("u.username"),
            "real_name", List.of("u.real_name", "u.username"),
            "department", List.of("u.department", "u.username"),
            "created_at", List.of("u.created_at", "u.username"));

    private static final int FEW = 1_000;

    private final JdbcClient sql;

    AccountSearch(JdbcClient sql) {
        this.sql = sql;
    }

    PageOf<AccountSummary> page(AccountFilter filter, Paging paging) {
        Map<String, Object> params = new LinkedHashMap<>();
        String where = where(filter, params);
        String order = order(paging.sort());
        List<Long> ids = sql.sql("select u.id from app_user u" + where + " order by " + order + " limit "
                        + paging.size() + " offset " + paging.offset())
                .params(params)
                .query(Long.class)
                .list();
        boolean counted = ids.size() < paging.size() && (paging.page() == 0 || !ids.isEmpty());
        long total = counted ? paging.offset() + ids.size() : count(where, params);
        return new PageOf<>(
                rows(ids), paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }

    private long count(String where, Map<String, Object> params) {
        return sql.sql("select count(*) from (select u.id from app_user u" + where + " limit " + (PageOf.COUNTED + 1)
                        + ") found")
                .params(params)
                .query(Long.class)
                .single();
    }

    private String where(AccountFilter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        List<String> words = SearchWords.asked(filter.q());
        for (int number = 0; number < words.size(); number++) {
            conditions.add(found("word" + number, literally(words.get(number)) + "%", params));
        }
        if (filter.role() != null) {
            conditions.add("(u.id in (select ur.user_id from user_role ur join role r on r.id = ur.role_id"
                    + " where r.code = :role)"
                    + " or u.id in (select m.user_id from group_member m join group_role gr on gr.group_id = m.group_id"
                    + " join role r on r.id = gr.role_id where r.code = :role))");
            params.put("role", filter.role());
        }
        if (filter.group() != null) {
            conditions.add("u.id in (select m.user_id from group_member m join user_group g on g.id = m.group_id"
                    + " where g.code = :group)");
            params.put("group", filter.group());
        }
        if (filter.department() != null) {
            conditions.add("u.department = :department");
            params.put("department", filter.department());
        }
        if (filter.active() != null) {
            conditions.add("u.active = :active");
            params.put("active", filter.active());
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Few are named by their ids; among many the page fills soon, whoever comes next in its order. */
    private String found(String name, String beginning, Map<String, Object> params) {
        List<Long> few = sql.sql(
                        "select distinct user_id from user_word where word like :word escape '!' limit " + (FEW + 1))
                .param("word", beginning)
                .query(Long.class)
                .list();
        if (few.size() <= FEW) {
            params.put(name, few.isEmpty() ? List.of(-1L) : few);
            return "u.id in (:" + name + ")";
        }
        params.put(name, beginning);
        return "exists (select 1 from user_word w where w.user_id = u.id and w.word like :" + name + " escape '!')";
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String order(@Nullable String sort) {
        String[] parts = (sort == null ? "username" : sort).split(",", 2);
        List<String> columns = ORDERS.get(parts[0]);
        String direction = parts.length == 2 ? parts[1] : "asc";
        if (columns == null || !(direction.equals("asc") || direction.equals("desc"))) {
            throw new InvalidInput("sort", "unknown-sort", String.join(", ", new TreeSet<>(ORDERS.keySet())));
        }
        // All columns in one direction: so it is one index, forwards or backwards.
        return columns.stream().map(column -> column + " " + direction).collect(Collectors.joining(", "));
    }

    private List<AccountSummary> rows(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<RoleName>> roles = new LinkedHashMap<>();
        sql.sql("select ur.user_id, r.code, r.name, r.name_en from user_role ur join role r on r.id = ur.role_id"
                        + " where ur.user_id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    roles.computeIfAbsent(row.getLong("user_id"), id -> new ArrayList<>())
                            .add(new RoleName(row.getString("code"), row.getString("name"), row.getString("name_en")));
                });
        Map<Long, List<GroupName>> groups = new LinkedHashMap<>();
        sql.sql("select m.user_id, g.code, g.name from group_member m join user_group g on g.id = m.group_id"
                        + " where m.user_id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    groups.computeIfAbsent(row.getLong("user_id"), id -> new ArrayList<>())
                            .add(new GroupName(row.getString("code"), row.getString("name")));
                });
        Map<Long, AccountSummary> byId = sql
                .sql("select u.* from app_user u where u.id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> summary(row, roles, groups))
                .list()
                .stream()
                .collect(Collectors.toMap(AccountSummary::id, summary -> summary));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private static AccountSummary summary(
            ResultSet row, Map<Long, List<RoleName>> roles, Map<Long, List<GroupName>> groups) throws SQLException {
        long id = row.getLong("id");
        return new AccountSummary(
                id,
                row.getInt("version"),
                row.getString("username"),
                row.getString("real_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("department"),
                roles.getOrDefault(id, List.of()).stream().sorted().toList(),
                groups.getOrDefault(id, List.of()).stream().sorted().toList(),
                row.getBoolean("active"),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "last_sign_in_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
