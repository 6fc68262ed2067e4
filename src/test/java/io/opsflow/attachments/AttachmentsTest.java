package io.opsflow.attachments;

import static io.opsflow.assets.Inventory.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.opsflow.assets.Face;
import io.opsflow.assets.Inventory;
import io.opsflow.assets.MoveKey;
import io.opsflow.assets.MoveOrder;
import io.opsflow.assets.MoveWork;
import io.opsflow.assets.Moves;
import io.opsflow.assets.Photos;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.Racks;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.Servers;
import io.opsflow.assets.Why;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class AttachmentsTest {

    private static final String API = "/api/v1";

    @Autowired
    MockMvc web;

    @Autowired
    Attachments attachments;

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    Moves moves;

    @Autowired
    MoveWork work;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    As as;

    private MoveKey move = new MoveKey(1);

    @BeforeEach
    void a_move() {
        Inventory inventory = new Inventory(rooms, racks, servers, as);
        RackDetails rack = inventory.rack();
        ServerDetails server = inventory.server(rack.id(), 5, 2, Face.BOTH);
        move = as.user("operator", () -> {
            servers.edit(server.id(), change("status", "active"));
            return Objects.requireNonNull(moves.request(server.id(), new MoveOrder(rack.id(), 9, null, "too hot"))
                            .move())
                    .key();
        });
    }

    @Test
    void a_photo_is_shown_within_the_page_and_nothing_else_is() throws Exception {
        long photo = sent("../../a\"b\r\n.jpg", Photos.jpeg(30, 20));
        call("viewer", get(API + "/attachments/" + photo))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.IMAGE_JPEG))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(
                        header().string("Content-Disposition", allOf(startsWith("inline"), not(containsString("/")))));
        long page = sent("page.jpg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        call("viewer", get(API + "/attachments/" + page))
                .andExpect(content().contentTypeCompatibleWith("text/plain;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")));
        call("viewer", get(API + "/servers/moves/" + move + "/attachments"))
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].name").value("a_b__.jpg"))
                .andExpect(jsonPath("$.items[0].media_type").value("image/jpeg"))
                .andExpect(jsonPath("$.items[0].width").value(30))
                .andExpect(jsonPath("$.items[0].created_by").value("operator"));
    }

    @Test
    void more_than_one_part_comes_back_as_it_was_sent() {
        byte[] content = new byte[AttachmentTable.PART * 2 + 7];
        new java.util.Random(7).nextBytes(content);
        Attachment kept = as.user("operator", () -> attachments.add(move.owner(), null, content));
        assertThat(as.user("viewer", () -> attachments.get(kept.id())).content())
                .isEqualTo(content);
        assertThat(kept.name()).isEqualTo("file");
    }

    @Test
    void what_is_too_large_or_empty_or_too_many_is_refused() throws Exception {
        upload("operator", "x", new byte[as.user("operator", attachments::largest) + 1])
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message", containsString("20 MB")));
        upload("operator", "x", new byte[0]).andExpect(status().isBadRequest());
        as.user("operator", () -> {
            for (int i = 0; i < Attachments.OF_ONE; i++) {
                attachments.add(move.owner(), "n" + i, new byte[] {1});
            }
            assertThatThrownBy(() -> attachments.add(move.owner(), "n", new byte[] {1}))
                    .isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    void only_those_who_work_on_an_object_add_to_it_and_take_away_what_is_theirs() throws Exception {
        long photo = sent("p.jpg", Photos.jpeg(9, 9));
        upload("viewer", "x", new byte[] {1}).andExpect(status().isForbidden());
        call("viewer", delete(API + "/attachments/" + photo)).andExpect(status().isForbidden());
        call("admin", delete(API + "/attachments/" + photo)).andExpect(status().isForbidden());
        web.perform(get(API + "/attachments/" + photo)).andExpect(status().isUnauthorized());
        long other = sent("q.jpg", Photos.jpeg(9, 9));
        call("operator", delete(API + "/attachments/" + other)).andExpect(status().isNoContent());
        call("operator", get(API + "/attachments/" + other)).andExpect(status().isNotFound());
        assertThat(parts(other)).isZero();

        as.user("operator", () -> work.cancel(move, new Why("no", null)));
        call("operator", delete(API + "/attachments/" + photo)).andExpect(status().isForbidden());
        upload("operator", "x", new byte[] {1}).andExpect(status().isForbidden());
    }

    @Test
    void what_hangs_on_nothing_that_one_sees_is_not_there() throws Exception {
        call("operator", get(API + "/servers/moves/M-999999999/attachments")).andExpect(status().isNotFound());
        call("operator", get(API + "/attachments/999999999")).andExpect(status().isNotFound());
        as.user("operator", () -> assertThatThrownBy(
                        () -> attachments.of(new AttachmentOwner("nothing", move.toString())))
                .isInstanceOf(io.opsflow.kernel.NotFound.class));
    }

    @Test
    void a_file_comes_with_its_transaction_or_not_at_all() {
        Long id = transaction.execute(status -> {
            status.setRollbackOnly();
            return as.user("operator", () -> attachments.add(move.owner(), "p.jpg", Photos.jpeg(9, 9)))
                    .id();
        });
        assertThat(parts(Objects.requireNonNull(id))).isZero();
        assertThat(as.user("viewer", () -> attachments.of(move.owner()))).isEmpty();
    }

    private long sent(String name, byte[] content) throws Exception {
        String answer = upload("operator", name, content)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return ((Number) JsonPath.read(answer, "$.id")).longValue();
    }

    private ResultActions upload(String user, String name, byte[] content) throws Exception {
        return call(
                user,
                post(API + "/servers/moves/" + move + "/attachments")
                        .param("name", name)
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .content(content));
    }

    private ResultActions call(String user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(user, user + "123")));
    }

    private int parts(long attachment) {
        Integer parts = sql.queryForObject(
                "select count(*) from attachment_part where attachment_id = ?", Integer.class, attachment);
        return parts == null ? -1 : parts;
    }
}
