package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OpsFlowTest
class TicketSearchTest {

    private static final int PAGE = 3; // rows, their number, names
    private static final String ARCHIVE = "archivist";

    @Autowired
    Tickets tickets;

    @Autowired
    As as;

    @Autowired
    SqlCount sql;

    @Autowired
    JdbcTemplate jdbc;

    private TicketMaker make;

    @BeforeEach
    void maker() {
        make = new TicketMaker(tickets, as);
    }

    @AfterEach
    void emptyArchive() {
        jdbc.update("delete from ticket where creator = ?", ARCHIVE);
    }

    @Test
    void everybody_finds_what_they_may_see() {
        String word = "visible" + System.nanoTime();
        TicketKey theirs = make.pending("requester2", word);
        TicketKey mine = make.pending("requester", word);

        assertThat(found("requester", text(word))).containsExactly(mine);
        assertThat(found("viewer", text(word))).containsExactlyInAnyOrder(mine, theirs);
        assertThat(found("manager", text(word))).isEmpty();
        assertThat(found("engineer", text(word))).isEmpty();

        as.user("supervisor", () -> tickets.review(mine, new ReviewTicket(true, null)));
        assertThat(found("manager", text(word))).containsExactly(mine);
        as.user("manager", () -> tickets.assign(mine, new AssignTicket("engineer2", null)));
        assertThat(found("engineer2", text(word))).containsExactly(mine);
        assertThat(found("engineer", text(word))).isEmpty();
    }

    @Test
    void a_text_is_found_in_title_description_and_key_and_means_itself() {
        String word = "50%_off!" + System.nanoTime();
        TicketKey key = make.pending("requester", "Prices " + word.toUpperCase(Locale.ROOT));
        TicketKey other = make.pending("requester", "Prices 50x0off");

        assertThat(found("requester", text(word))).containsExactly(key);
        assertThat(found("requester", text(key.toString()))).contains(key).doesNotContain(other);
        assertThat(found("requester", text(key.toString().toLowerCase(Locale.ROOT))))
                .contains(key);
        assertThat(found("requester", text("stops at 80 %"))).contains(key, other);
    }

    @Test
    void filters_narrow_together() {
        TicketKey assigned = make.assigned();
        TicketKey closed = make.pending();
        as.user("requester", () -> tickets.withdraw(closed, new WithdrawTicket(null)));
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);

        assertThat(found("admin", filter(Set.of(TicketStatus.ASSIGNED), Set.of(Priority.HIGH), "engineer", true, null)))
                .contains(assigned)
                .doesNotContain(closed);
        assertThat(found("admin", filter(Set.of(), Set.of(Priority.LOW), "engineer", true, null)))
                .doesNotContain(assigned);
        assertThat(found("admin", filter(Set.of(TicketStatus.CLOSED), Set.of(), null, null, null)))
                .contains(closed)
                .doesNotContain(assigned);
        assertThat(found("admin", TicketFilter.open(false))).contains(closed).doesNotContain(assigned);
        assertThat(found("admin", filter(Set.of(), Set.of(), null, null, tomorrow)))
                .doesNotContain(assigned, closed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created_at,asc",
                "created_at,desc",
                "updated_at,desc",
                "closed_at,asc",
                "closed_at,desc",
                "priority,asc",
                "priority,desc",
                "status,desc",
                "title,asc",
                "title,desc",
                "key,asc",
                "key,desc"
            })
    void turning_pages_by_cursor_shows_every_ticket_once(String sort) {
        archive(30);
        List<TicketKey> turned = new ArrayList<>();
        String after = null;
        do {
            PageOf<TicketSummary> page = page(sort, 7, after);
            page.items().forEach(ticket -> turned.add(ticket.key()));
            after = page.next();
        } while (after != null);

        assertThat(turned).doesNotHaveDuplicates().hasSize(30);
        assertThat(turned).isEqualTo(keys(page(sort, 200, null)));
    }

    @Test
    void priorities_are_sorted_by_weight_and_not_by_letter() {
        archive(30);

        assertThat(page("priority,desc", 200, null).items())
                .extracting(TicketSummary::priority)
                .isSortedAccordingTo(Comparator.<Priority>naturalOrder().reversed());
    }

    @Test
    void a_total_is_exact_up_to_ten_thousand_and_capped_behind() {
        archive(10_001);
        PageOf<TicketSummary> many = page("created_at,desc", 50, null);
        assertThat(many.total()).isEqualTo(10_000);
        assertThat(many.totalCapped()).isTrue();

        jdbc.update("delete from ticket where id = ?", -1);
        PageOf<TicketSummary> fewer = page("created_at,desc", 50, null);
        assertThat(fewer.total()).isEqualTo(10_000);
        assertThat(fewer.totalCapped()).isFalse();
        assertThat(as.user("admin", () -> tickets.search(ofArchive(), new Paging(199, 50, "key,asc", null))
                        .items()))
                .hasSize(50);
    }

    @Test
    void a_page_costs_the_same_few_statements_however_long_it_is() {
        archive(300);
        page("created_at,desc", 50, null); // the names are known from here on or asked for once

        for (int size : new int[] {1, 50, 200}) {
            List<String> statements =
                    as.user("admin", () -> sql.during(() -> tickets.search(ofArchive(), Paging.first(size))));
            assertThat(statements).hasSizeLessThanOrEqualTo(PAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name,asc", "created_at,up", "", "id"})
    void an_unknown_order_is_refused(String sort) {
        assertThatThrownBy(() -> page(sort, 10, null)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "Y3JlYXRlZF9hdCxmYWxzZSx4LHg"})
    void an_unreadable_cursor_is_refused(String after) {
        assertThatThrownBy(() -> page("created_at,desc", 10, after)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_cursor_belongs_to_its_order() {
        archive(30);
        String after = page("title,asc", 7, null).next();

        assertThatThrownBy(() -> page("created_at,desc", 7, after)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T00:00:00Z", "9999-12-31T00:00:00Z", "1969-12-31T23:59:59Z"})
    void a_cursor_of_a_time_that_no_ticket_has_is_refused(String time) {
        String after = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("created_at,false,1," + time).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> page("created_at,desc", 10, after)).isInstanceOf(InvalidInput.class);
    }

    private List<TicketKey> found(String person, TicketFilter filter) {
        return as.user(person, () -> keys(tickets.search(filter, Paging.first(200))));
    }

    private PageOf<TicketSummary> page(String sort, int size, @Nullable String after) {
        return as.user("admin", () -> tickets.search(ofArchive(), new Paging(0, size, sort, after)));
    }

    private static List<TicketKey> keys(PageOf<TicketSummary> page) {
        return page.items().stream().map(TicketSummary::key).toList();
    }

    private static TicketFilter text(String q) {
        return new TicketFilter(Set.of(), Set.of(), null, null, null, q, null, null, null, null, null);
    }

    private static TicketFilter ofArchive() {
        return new TicketFilter(Set.of(), Set.of(), null, ARCHIVE, null, null, null, null, null, null, null);
    }

    private static TicketFilter filter(
            Set<TicketStatus> statuses,
            Set<Priority> priorities,
            @Nullable String assignee,
            @Nullable Boolean open,
            @Nullable Instant createdFrom) {
        return new TicketFilter(statuses, priorities, null, null, assignee, null, open, createdFrom, null, null, null);
    }

    /** Old tickets of nobody's, straight into the table; several share each time, and every third was never closed. */
    private void archive(int howMany) {
        LocalDateTime longAgo = LocalDateTime.of(2020, 1, 1, 0, 0);
        jdbc.batchUpdate(
                "insert into ticket (id, version, title, description, task_type, priority, status, moves, approved,"
                        + " creator, created_at, updated_at, closed_at) values (?,0,?,'',?,?,?,1,true,?,?,?,?)",
                LongStream.range(0, howMany)
                        .mapToObj(n -> new Object[] {
                            -1 - n,
                            "Old " + n % 20,
                            "PROBLEM",
                            10 * (1 + n % 4),
                            10 * (1 + n % 7),
                            ARCHIVE,
                            longAgo.plusMinutes(n / 4),
                            longAgo.plusMinutes(n / 3),
                            n % 3 == 0 ? null : longAgo.plusMinutes(n / 5)
                        })
                        .toList());
    }
}
