package io.opsflow.assets.process;

import static io.opsflow.assets.Inventory.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.Inventory;
import io.opsflow.assets.MoveDetails;
import io.opsflow.assets.MoveOrder;
import io.opsflow.assets.MoveOutcome;
import io.opsflow.assets.MoveStatus;
import io.opsflow.assets.MoveUnderWay;
import io.opsflow.assets.MoveWork;
import io.opsflow.assets.Moves;
import io.opsflow.assets.Photos;
import io.opsflow.assets.Prints;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.Racks;
import io.opsflow.assets.Reservations;
import io.opsflow.assets.ReservedForMove;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.Servers;
import io.opsflow.assets.UnitsTaken;
import io.opsflow.assets.Why;
import io.opsflow.assets.WrongServer;
import io.opsflow.attachments.Attachment;
import io.opsflow.attachments.Attachments;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.RuleViolated;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Processes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

@OpsFlowTest
class MoveProcessTest {

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    Moves moves;

    @Autowired
    Reservations reservations;

    @Autowired
    Elevations elevations;

    @Autowired
    Processes processes;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    As as;

    @Autowired
    MoveWork work;

    @Autowired
    Attachments attachments;

    @Autowired
    Prints prints;

    private static final Map<String, Object> DONE = onSite("stopped", "unplugged", "mounted", "plugged", "answers");

    private Inventory inventory;
    private RackDetails from;
    private RackDetails to;
    private ServerDetails server;

    @BeforeEach
    void two_racks_and_a_server_in_use() {
        inventory = new Inventory(rooms, racks, servers, as);
        from = inventory.rack();
        to = inventory.rack();
        server = inventory.server(from.id(), 5, 2, Face.BOTH);
        as.user("operator", () -> servers.edit(server.id(), change("status", "active")));
    }

    @Test
    void a_server_that_nobody_uses_moves_at_once() {
        as.user("operator", () -> servers.edit(server.id(), change("status", "in_stock")));
        MoveOutcome outcome = as.user("operator", () -> moves.request(server.id(), order(to, 7, null)));
        assertThat(outcome.move()).isNull();
        assertThat(place()).isEqualTo(to.id() + " U7");
    }

    @Test
    void a_server_in_use_stands_where_it_stood_until_its_move_is_confirmed() {
        MoveDetails move = ask(to, 7);
        assertThat(place()).isEqualTo(from.id() + " U5");
        assertThatThrownBy(() -> inventory.server(to.id(), 8, 1, Face.FRONT)).isInstanceOf(UnitsTaken.class);
        assertThatThrownBy(() -> ask(to, 20)).isInstanceOf(MoveUnderWay.class);
        as.user("operator", () -> {
            assertThatThrownBy(() -> servers.delete(server.id(), Why.unsaid())).isInstanceOf(MoveUnderWay.class);
            long kept = reservations.of(to.id()).get(0).id();
            assertThatThrownBy(() -> reservations.delete(to.id(), kept)).isInstanceOf(ReservedForMove.class);
        });

        assertThatThrownBy(() -> complete("operator", move, "approve", Map.of("approved", true)))
                .isInstanceOf(AccessDeniedException.class);
        complete("admin", move, "approve", Map.of("approved", true));
        assertThat(status(move)).isEqualTo(MoveStatus.ON_SITE);
        carryOut(move);
        assertThat(place()).isEqualTo(from.id() + " U5");
        complete("operator", move, "confirm", Map.of("confirmed", false, "comment", "no network"));
        assertThat(status(move)).isEqualTo(MoveStatus.ON_SITE);
        carryOut(move);
        complete("operator", move, "confirm", Map.of("confirmed", true));

        assertThat(status(move)).isEqualTo(MoveStatus.MOVED);
        assertThat(place()).isEqualTo(to.id() + " U7");
        assertThat(units(from)).isZero();
        assertThat(units(to)).isEqualTo(4);
        as.user("viewer", () -> {
            assertThat(reservations.of(to.id())).isEmpty();
            var last = servers.changes(server.id(), Paging.first(1)).items().get(0);
            assertThat(last.action()).isEqualTo("move");
            assertThat(last.onBehalfOf()).isEqualTo("operator");
            assertThat(last.reason()).isEqualTo("too hot");
            assertThat(last.ticket()).isEqualTo(move.key().toString());
            assertThat(moves.open(server.id())).isEmpty();
        });
        ask(to, 20);
    }

    @Test
    void a_refused_move_frees_its_units_and_says_why() {
        MoveDetails move = ask(to, 7);
        assertThatThrownBy(() -> complete("admin", move, "approve", Map.of("approved", false)))
                .isInstanceOf(InvalidInput.class);

        complete("admin", move, "approve", Map.of("approved", false, "comment", "not now"));

        assertThat(status(move)).isEqualTo(MoveStatus.REFUSED);
        assertThat(place()).isEqualTo(from.id() + " U5");
        assertThat(units(to)).isZero();
        inventory.server(to.id(), 7, 2, Face.BOTH);
    }

    @Test
    void the_owner_of_the_room_that_it_goes_to_approves() {
        as.user("operator", () -> rooms.edit(to.facts().roomId(), change("owner", "manager")));
        MoveDetails move = ask(to, 7);
        assertThatThrownBy(() -> complete("admin", move, "approve", Map.of("approved", true)))
                .isInstanceOf(AccessDeniedException.class);
        complete("manager", move, "approve", Map.of("approved", true));
        assertThat(status(move)).isEqualTo(MoveStatus.ON_SITE);
    }

    @Test
    void a_server_may_move_by_less_than_its_own_height() {
        MoveDetails move = ask(from, 6);
        assertThat(units(from)).isEqualTo(6);
        complete("admin", move, "approve", Map.of("approved", true));
        carryOut(move);
        complete("operator", move, "confirm", Map.of("confirmed", true));
        assertThat(place()).isEqualTo(from.id() + " U6");
        assertThat(units(from)).isEqualTo(4);
    }

    @Test
    void what_cannot_be_asked_for_is_refused() {
        inventory.server(to.id(), 1, 4, Face.BOTH);
        as.user("operator", () -> {
            assertThatThrownBy(() -> moves.request(server.id(), order(to, 4, "x")))
                    .isInstanceOf(UnitsTaken.class);
            assertThatThrownBy(() -> moves.request(server.id(), order(to, 42, "x")))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> moves.request(server.id(), order(to, 9, null)))
                    .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(
                                    refused.errors().get(0).field())
                            .isEqualTo("reason"));
            assertThatThrownBy(() -> moves.request(server.id(), order(from, 5, "x")))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> moves.arrive(ask(to, 9).key())).isInstanceOf(AccessDeniedException.class);
        });
        as.user("viewer", () -> assertThatThrownBy(() -> moves.request(server.id(), order(to, 9, "x")))
                .isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void whoever_is_on_site_scans_the_right_label_and_takes_a_photo_of_the_new_place() {
        MoveDetails move = ask(to, 7);
        ServerDetails other = inventory.server(from.id(), 20, 1, Face.BOTH);
        as.user("operator", () -> assertThatThrownBy(() -> work.scan(move.key(), Photos.label(prints, server.id())))
                .as("nobody is on site yet")
                .isInstanceOf(InvalidInput.class));
        complete("admin", move, "approve", Map.of("approved", true));
        assertThatThrownBy(() -> complete("operator", move, "carry_out", DONE)).satisfies(refused("label_scanned"));
        as.user("operator", () -> {
            assertThatThrownBy(() -> work.scan(move.key(), Photos.label(prints, other.id())))
                    .isInstanceOf(WrongServer.class);
            assertThatThrownBy(() -> work.scan(move.key(), Photos.jpeg(300, 300)))
                    .satisfies(refused("file"));
            assertThat(work.scan(move.key(), Photos.label(prints, server.id())).labelScannedAt())
                    .isNotNull();
        });
        assertThatThrownBy(() -> complete("operator", move, "carry_out", DONE)).satisfies(refused("photo_taken"));
        as.user("operator", () -> attachments.add(move.key().owner(), "note.txt", new byte[] {'o', 'k'}));
        assertThatThrownBy(() -> complete("operator", move, "carry_out", DONE)).satisfies(refused("photo_taken"));
        as.user("viewer", () -> {
            assertThatThrownBy(() -> work.scan(move.key(), Photos.label(prints, server.id())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> attachments.addPicture(move.key().owner(), "x.jpg", Photos.jpeg(9, 9)))
                    .isInstanceOf(AccessDeniedException.class);
        });
        as.user("operator", () -> attachments.addPicture(move.key().owner(), "first.jpg", Photos.jpeg(400, 300)));
        assertThatThrownBy(() ->
                        complete("operator", move, "carry_out", onSite("stopped", "unplugged", "mounted", "plugged")))
                .as("nobody has seen whether the server answers")
                .satisfies(refused("checklist"));
        carryOut(move);
        assertThat(status(move)).isEqualTo(MoveStatus.PENDING_CONFIRMATION);
        complete("operator", move, "confirm", Map.of("confirmed", false, "comment", "no network"));
        assertThatThrownBy(() -> complete("operator", move, "carry_out", DONE))
                .as("what was scanned before counts no more")
                .satisfies(refused("label_scanned"));
        assertThat(as.user("viewer", () -> attachments.of(move.key().owner())))
                .extracting(Attachment::name)
                .containsExactly("note.txt", "first.jpg", "place.jpg");
    }

    @Test
    void its_requester_or_an_administrator_calls_a_move_off_until_it_is_carried_out() {
        Why why = new Why("not needed", null);
        MoveDetails first = ask(to, 7);
        as.user("operator", () -> {
            assertThatThrownBy(() -> work.cancel(first.key(), Why.unsaid())).isInstanceOf(InvalidInput.class);
            work.cancel(first.key(), why);
        });
        assertThat(status(first)).isEqualTo(MoveStatus.CANCELLED);
        assertThat(units(to)).isZero();
        assertThat(place()).isEqualTo(from.id() + " U5");
        assertThat(as.user("viewer", () -> processes.isRunning(first.key().toString())))
                .isFalse();

        MoveDetails second = ask(to, 7);
        complete("admin", second, "approve", Map.of("approved", true));
        as.user("viewer", () -> assertThatThrownBy(() -> work.cancel(second.key(), why))
                .isInstanceOf(AccessDeniedException.class));
        as.user("admin", () -> work.cancel(second.key(), why));
        assertThat(status(second)).isEqualTo(MoveStatus.CANCELLED);
        assertThat(as.user("viewer", () -> moves.get(second.key())).remark()).isEqualTo("not needed");

        as.user("operator", () -> rooms.edit(to.facts().roomId(), change("owner", "manager")));
        MoveDetails third = ask(to, 7);
        complete("manager", third, "approve", Map.of("approved", true));
        carryOut(third);
        as.user("operator", () -> assertThatThrownBy(() -> work.cancel(third.key(), why))
                .as("it stands somewhere else already")
                .isInstanceOf(RuleViolated.class));
    }

    private static Map<String, Object> onSite(String... checked) {
        return Map.of("checklist", List.of(checked), "label_scanned", true, "photo_taken", true);
    }

    private static Consumer<Throwable> refused(String field) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.errors())
                        .extracting(FieldError::field)
                        .containsExactly(field));
    }

    private MoveDetails ask(RackDetails rack, int positionU) {
        return Objects.requireNonNull(
                as.user("operator", () -> moves.request(server.id(), order(rack, positionU, "too hot")))
                        .move());
    }

    private static MoveOrder order(RackDetails rack, int positionU, @org.jspecify.annotations.Nullable String reason) {
        return new MoveOrder(rack.id(), positionU, null, reason);
    }

    private void carryOut(MoveDetails move) {
        as.user("operator", () -> {
            work.scan(move.key(), Photos.label(prints, server.id()));
            attachments.addPicture(move.key().owner(), "place.jpg", Photos.jpeg(400, 300));
        });
        complete("operator", move, "carry_out", DONE);
    }

    private void complete(String user, MoveDetails move, String action, Map<String, Object> answers) {
        as.user(user, () -> processes.complete(move.key().toString(), action, new Answers(answers)));
    }

    private MoveStatus status(MoveDetails move) {
        return as.user("viewer", () -> moves.get(move.key())).status();
    }

    private String place() {
        var facts = as.user("viewer", () -> servers.get(server.id())).facts();
        return facts.rackId() + " U" + facts.positionU();
    }

    private int units(RackDetails rack) {
        Integer units =
                sql.queryForObject("select count(*) from asset_rack_unit where rack_id = ?", Integer.class, rack.id());
        return units == null ? -1 : units;
    }
}
