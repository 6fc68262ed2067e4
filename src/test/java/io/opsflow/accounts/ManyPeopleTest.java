package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Rows;
import io.opsflow.testing.SqlCount;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whom the list finds among more people than it counts: the same as a look at everybody does. */
@OpsFlowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyPeopleTest {

    private static final int PEOPLE = 12_600;
    private static final int BATCH = 200;
    private static final long FIRST_ID = 7_000_000;

    private static final Map<String, IntPredicate> WORDS = Map.of(
            "mpall", n -> true,
            "mpmost", n -> n < 12_400,
            "mpthird", n -> n % 3 == 0,
            "mpfifth", n -> n % 5 == 0,
            "mplast", n -> n >= 10_500,
            "mprare", n -> n % 700 == 0);

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SqlCount sql;

    @Autowired
    As as;

    @BeforeAll
    void fill() {
        jdbc.update("insert into user_group (id, version, code, name) values (930, 0, 'g-mp', 'many')");
        jdbc.update("insert into group_role (group_id, role_id) select 930, id from role where code = 'REQUESTER'");
        long requester = role("REQUESTER");
        long viewer = role("VIEWER");
        Timestamp now = Timestamp.from(Instant.now());
        for (int from = 0; from < PEOPLE; from += BATCH) {
            List<Object[]> people = new ArrayList<>();
            List<Object[]> words = new ArrayList<>();
            List<Object[]> roles = new ArrayList<>();
            List<Object[]> members = new ArrayList<>();
            for (int n : IntStream.range(from, from + BATCH).toArray()) {
                long id = FIRST_ID + n;
                people.add(new Object[] {
                    id, 0, name(n), "#" + name(n), "-", real(n), department(n), active(n), "SYSTEM", now
                });
                WORDS.forEach((word, had) -> {
                    if (had.test(n)) {
                        words.add(new Object[] {id, word});
                        words.add(new Object[] {id, word + "-again"});
                    }
                });
                add(roles, ManyPeopleTest::ownRole, n, id, requester);
                add(roles, ManyPeopleTest::views, n, id, viewer);
                add(members, ManyPeopleTest::inGroup, n, 930L, id);
            }
            Rows.insert(
                    jdbc,
                    "app_user (id, version, username, name_skeleton, password_hash, real_name, department, active,"
                            + " theme, created_at)",
                    people);
            Rows.insert(jdbc, "user_word (user_id, word)", words);
            Rows.insert(jdbc, "user_role (user_id, role_id)", roles);
            Rows.insert(jdbc, "group_member (group_id, user_id)", members);
        }
    }

    private static boolean inGroup(int n) {
        return n % 2 == 1 || n % 10 == 0;
    }

    private static boolean ownRole(int n) {
        return n % 2 == 0;
    }

    private static boolean views(int n) {
        return n % 50 == 0;
    }

    private static void add(List<Object[]> rows, IntPredicate wanted, int n, Object... row) {
        if (wanted.test(n)) {
            rows.add(row);
        }
    }

    @AfterAll
    void remove() {
        jdbc.update("delete from group_member where group_id = 930");
        jdbc.update("delete from group_role where group_id = 930");
        jdbc.update("delete from user_group where id = 930");
        jdbc.update("delete from user_role where user_id >= ?", FIRST_ID);
        jdbc.update("delete from app_user where id >= ?", FIRST_ID);
    }

    @ParameterizedTest
    @CsvSource({
        "mpall,,,,",
        "MPmost,,,,",
        "mplast,,,,",
        "mprare,,,,",
        "mpthird,,,,",
        "mpall mpmost,,,,",
        "mpall mpthird,,,,",
        "mpthird mpfifth,,,,",
        "mpfif mpthi mpal,,,,",
        "mplast mpthird mpfifth,,,,",
        "mprare mpall mpthird,,,,",
        "mpthird mp%,,,,",
        "mpall,REQUESTER,,,",
        "mpall,VIEWER,,,",
        "mpfifth,REQUESTER,,,true",
        "mpthird,REQUESTER,g-mp,D1,true",
        "mplast,,g-mp,,",
        ",,g-mp,,",
        ",REQUESTER,g-mp,,",
        ",VIEWER,g-mp,,true",
        ",,g-mp,D3,false",
        "mpall,,,D2,",
        "mpall,,,,false",
        "mpthird,,,,true",
        "mpall,NOBODY_HAS_IT,,,",
        "mpall,,g-nobody-is-in,,"
    })
    void the_list_is_what_a_look_at_everybody_finds(
            @Nullable String q,
            @Nullable String role,
            @Nullable String group,
            @Nullable String department,
            @Nullable Boolean active) {
        AccountFilter filter = new AccountFilter(q, role, group, department, active);
        List<Integer> all =
                IntStream.range(0, PEOPLE).filter(n -> fits(filter, n)).boxed().toList();
        for (int page : List.of(0, 1, 7)) {
            compare(filter, new Paging(page, 200, null, null), all);
            compare(
                    filter,
                    new Paging(page, 200, "real_name,desc", null),
                    all.stream()
                            .sorted(Comparator.comparing(ManyPeopleTest::real)
                                    .thenComparing(ManyPeopleTest::name)
                                    .reversed())
                            .toList());
        }
    }

    private void compare(AccountFilter filter, Paging paging, List<Integer> all) {
        PageOf<AccountSummary> found = as.user("admin", () -> accounts.find(filter, paging));
        assertThat(found.items())
                .extracting(AccountSummary::username)
                .containsExactlyElementsOf(all.stream()
                        .skip(paging.offset())
                        .limit(paging.size())
                        .map(ManyPeopleTest::name)
                        .toList());
        assertThat(found.total()).isEqualTo(Math.min(all.size(), PageOf.COUNTED));
        assertThat(found.totalCapped()).isEqualTo(all.size() > PageOf.COUNTED);
    }

    @Test
    void how_many_have_it_does_not_change_how_many_statements_a_page_takes() {
        Stream.of("mpall", "mpthird", "mprare")
                .forEach(word -> assertThat(statements(word)).as(word).isEqualTo(5));
        assertThat(statements("mpall mpmost")).isEqualTo(7);
        assertThat(statements("mpthird mpfifth")).isEqualTo(6);
        assertThat(statements("mpthird mprare")).isEqualTo(6);
    }

    private int statements(String q) {
        return as.user("admin", () -> sql.during(
                        () -> accounts.find(new AccountFilter(q, null, null, null, null), Paging.first(10)))
                .size());
    }

    private static boolean fits(AccountFilter filter, int n) {
        return SearchWords.asked(filter.q()).stream().allMatch(asked -> WORDS.entrySet().stream()
                        .anyMatch(word -> word.getKey().startsWith(asked)
                                && word.getValue().test(n)))
                && (filter.role() == null || has(filter.role(), n))
                && (filter.group() == null || filter.group().equals("g-mp") && inGroup(n))
                && (filter.department() == null || filter.department().equals(department(n)))
                && (filter.active() == null || filter.active() == active(n));
    }

    private static boolean has(String role, int n) {
        return switch (role) {
            case "REQUESTER" -> ownRole(n) || inGroup(n);
            case "VIEWER" -> views(n);
            default -> false;
        };
    }

    private static String name(int n) {
        return "mp-%05d".formatted(n);
    }

    private static String real(int n) {
        return "R" + n % 7;
    }

    private static String department(int n) {
        return "D" + n % 4;
    }

    private static boolean active(int n) {
        return n % 3 != 1;
    }

    private long role(String code) {
        Long id = jdbc.queryForObject("select id from role where code = ?", Long.class, code);
        return id == null ? 0 : id;
    }
}
