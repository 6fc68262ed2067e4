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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds accounts page by page, among a hundred thousand: five statements and one for each word, group and role that is looked for, however long the page is.
 * In SQL, because a page is found in an index alone and its rows are read afterwards, which JPQL cannot say.
 */
@Component
class AccountSearch {

    private static final Map<String, List<String>> ORDERS = Map.of(
            "username", List.of("u.username"),
            "real_name", List.of("u.real_name", "u.username"),
            "department", List.of("u.department", "u.username"),
            "created_at", List.of("u.created_at", "u.username"));

    private final JdbcClient sql;
    private final TraitSearch traits;

    AccountSearch(JdbcClient sql, TraitSearch traits) {
        this.sql = sql;
        this.traits = traits;
    }

    PageOf<AccountSummary> page(AccountFilter filter, Paging paging) {
        String order = order(paging.sort());
        TraitSearch.Narrowed asked = traits.having(traits(filter));
        if (asked.isNobody()) {
            return new PageOf<>(List.of(), paging.page(), paging.size(), 0, false, null);
        }
        Map<String, Object> params = new LinkedHashMap<>(asked.params());
        List<String> columns = columns(filter, params);
        String found = " from app_user u" + where(columns, asked.conditions());
        if (asked.named()) {
            // Whoever counts them has them: all at once, and the page is cut out here.
            List<Long> all = ids(found + " order by " + order, params);
            return page(all.stream().skip(paging.offset()).limit(paging.size()).toList(), paging, all.size());
        }
        List<Long> ids =
                ids(found + " order by " + order + " limit " + paging.size() + " offset " + paging.offset(), params);
        Long known = columns.isEmpty() ? asked.total() : null;
        boolean last = ids.size() < paging.size() && (paging.page() == 0 || !ids.isEmpty());
        long total = known != null ? known : last ? paging.offset() + ids.size() : count(found, params);
        return page(ids, paging, total);
    }

    private PageOf<AccountSummary> page(List<Long> ids, Paging paging, long total) {
        return new PageOf<>(
                rows(ids), paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }

    private List<Long> ids(String found, Map<String, Object> params) {
        return sql.sql("select u.id" + found)
                .params(params)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private long count(String found, Map<String, Object> params) {
        return sql.sql("select count(*) from (select u.id" + found + " limit " + (PageOf.COUNTED + 1) + ") found")
                .params(params)
                .query(Long.class)
                .single();
    }

    private static List<Trait> traits(AccountFilter filter) {
        List<Trait> traits = new ArrayList<>();
        // The longest first: the fewest have it.
        List<String> words = SearchWords.asked(filter.q()).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (int number = 0; number < words.size(); number++) {
            traits.add(Trait.word(words.get(number), number));
        }
        if (filter.group() != null) {
            traits.add(Trait.group(filter.group()));
        }
        if (filter.role() != null) {
            traits.add(Trait.role(filter.role()));
        }
        return traits;
    }

    private static List<String> columns(AccountFilter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        if (filter.department() != null) {
            conditions.add("u.department = :department");
            params.put("department", filter.department());
        }
        if (filter.active() != null) {
            conditions.add("u.active = :active");
            params.put("active", filter.active());
        }
        return conditions;
    }

    private static String where(List<String> some, List<String> others) {
        String conditions = Stream.concat(some.stream(), others.stream()).collect(Collectors.joining(" and "));
        return conditions.isEmpty() ? "" : " where " + conditions;
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
