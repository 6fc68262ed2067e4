package io.opsflow.assets.rest;

import static io.opsflow.assets.Inventory.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.xpath;

import com.jayway.jsonpath.JsonPath;
import io.opsflow.testing.OpsFlowTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpsFlowTest
class AssetApiTest {

    private static final String API = "/api/v1";

    @Autowired
    MockMvc web;

    @Test
    void rooms_racks_and_servers_are_recorded_read_changed_and_deleted() throws Exception {
        String code = unique("BJ");
        long room = made(
                "/rooms",
                """
                {"name": "北京一号", "code": "%s", "address": "亦庄", "contact": "李工", "phone": "+86 10 1234", "area_m2": 120.50,
                 "power_kw": 300, "cooling": "风冷", "status": "active", "notes": "二层"}"""
                        .formatted(code));
        call("viewer", get(API + "/rooms/" + room))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.area_m2").value(120.5))
                .andExpect(jsonPath("$.power_kw").value(300))
                .andExpect(jsonPath("$.racks").value(0))
                .andExpect(jsonPath("$.version").value(0));

        long rack = made(
                "/racks",
                """
                {"name": "A-01", "room_id": %d, "row": "A", "position": 1, "height_u": 42, "width_mm": 600, "power_limit_w": 5000, "owner": "IDC"}"""
                        .formatted(room));
        String number = unique("SRV");
        long server = made(
                "/servers",
                """
                {"asset_number": "%s", "serial": "%s", "vendor": "Dell", "model": "R750", "role": "db", "owner": "DBA",
                 "service": "core", "rack_id": %d, "position_u": 10, "height_u": 2, "face": "front", "power_w": 450,
                 "management_address": "10.0.0.9", "addresses": ["2001:DB8:0::9"], "os": "Debian 12", "cpu": "2x",
                 "memory_gb": 256, "disks": "8", "purchased_on": "2024-01-31", "warranty_until": "2027-01-31",
                 "status": "active", "tags": ["prod"], "custom": {}}"""
                        .formatted(number, unique("SN"), rack));

        call("viewer", get(API + "/servers/" + server))
                .andExpect(jsonPath("$.addresses", contains("2001:db8::9")))
                .andExpect(jsonPath("$.rack").value("A-01"))
                .andExpect(jsonPath("$.room_id").value(room))
                .andExpect(jsonPath("$.purchased_on").value("2024-01-31"));
        call("viewer", get(API + "/racks").param("room_id", "" + room))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].width_mm").value(600))
                .andExpect(jsonPath("$.items[0].used_u").value(2))
                .andExpect(jsonPath("$.items[0].used_w").value(450))
                .andExpect(jsonPath("$.items[0].servers").value(1));
        call("viewer", get(API + "/servers").param("q", number.toLowerCase(java.util.Locale.ROOT)))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.size").value(50));

        send("operator", patch(API + "/servers/" + server), "{\"model\": null, \"version\": 0, \"reason\": \"typo\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.model").value(nullValue()))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.vendor").value("Dell"));
        call("viewer", get(API + "/servers/" + server + "/changes"))
                .andExpect(jsonPath("$.items[0].reason").value("typo"))
                .andExpect(jsonPath("$.items[0].actor").value("operator"))
                .andExpect(jsonPath("$.items[0].changes[0].field").value("model"))
                .andExpect(jsonPath("$.items[0].changes[0].before").value("R750"))
                .andExpect(jsonPath("$.items[1].action").value("add"));

        call("operator", delete(API + "/rooms/" + room))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("asset-in-use"))
                .andExpect(jsonPath("$.detail", containsString("A-01")));
        call("operator", delete(API + "/racks/" + rack)).andExpect(status().isConflict());
        call("operator", delete(API + "/servers/" + server)).andExpect(status().isNoContent());
        call("operator", delete(API + "/racks/" + rack)).andExpect(status().isNoContent());
        call("operator", delete(API + "/rooms/" + room)).andExpect(status().isNoContent());
        call("viewer", get(API + "/rooms/" + room)).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100000000", "1e-100000000", "120.125", "-1", "\"wide\""})
    void an_area_that_is_none_is_refused_at_once(String area) throws Exception {
        String body = "{\"name\": \"A\", \"code\": \"%s\", \"area_m2\": %s}".formatted(unique("C"), area);
        assertTimeout(Duration.ofSeconds(5), () -> send("operator", post(API + "/rooms"), body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("area_m2")));
        assertTimeout(
                Duration.ofSeconds(5), () -> call("viewer", get(API + "/rooms").param("area_m2_from", "1E-200000000"))
                        .andExpect(status().isBadRequest()));
    }

    @Test
    void a_room_is_drawn_with_all_its_racks() throws Exception {
        long room = made("/rooms", "{\"name\": \"A\", \"code\": \"%s\"}".formatted(unique("C")));
        long first = made("/racks", "{\"name\": \"R1\", \"room_id\": %d}".formatted(room));
        long second = made("/racks", "{\"name\": \"R2\", \"room_id\": %d, \"height_u\": 20}".formatted(room));
        String path = API + "/rooms/" + room + "/elevations";
        for (MockHttpServletRequestBuilder request :
                List.of(get(path).accept("image/svg+xml"), get(path + ".svg").param("face", "rear"))) {
            call("viewer", request)
                    .andExpect(content().contentTypeCompatibleWith("image/svg+xml"))
                    .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                    .andExpect(
                            xpath("count(//*[local-name()='svg'][@data-rack='%d' or @data-rack='%d'])", first, second)
                                    .number(2.0));
        }
        call("viewer", get(path)).andExpect(jsonPath("$", hasSize(2)));
    }

    @Test
    void an_old_version_is_a_conflict_that_shows_both_states() throws Exception {
        long room = made("/rooms", "{\"name\": \"A\", \"code\": \"%s\"}".formatted(unique("C")));
        send("operator", patch(API + "/rooms/" + room), "{\"name\": \"B\"}").andExpect(status().isOk());

        send("operator", patch(API + "/rooms/" + room), "{\"name\": \"C\", \"version\": 0}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("stale-version"))
                .andExpect(jsonPath("$.current.name").value("B"))
                .andExpect(jsonPath("$.current.version").value(1))
                .andExpect(jsonPath("$.sent.name").value("C"));
    }

    @Test
    void a_collision_names_what_is_there() throws Exception {
        long room = made("/rooms", "{\"name\": \"A\", \"code\": \"%s\"}".formatted(unique("C")));
        long rack = made("/racks", "{\"name\": \"R1\", \"room_id\": %d}".formatted(room));
        String first = unique("SRV");
        String body = "{\"asset_number\": \"%s\", \"rack_id\": " + rack + ", \"position_u\": 5, \"height_u\": 4}";
        made("/servers", body.formatted(first));

        send("operator", post(API + "/servers"), body.formatted(unique("SRV")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("units-taken"))
                .andExpect(jsonPath("$.detail", containsString(first)));
        send("operator", post(API + "/servers"), body.formatted(first))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-recorded"));
        call("operator", get(API + "/servers").param("rack_id", "" + rack).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.total").value(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/rooms   | {} | name | required",
                "/rooms   | {'name':'x','code':'y','status':'open'} | status | planned",
                "/rooms   | {'name':'x','code':'y','colour':'red'} | colour | There is no field",
                "/rooms   | {'name':'x','code':'y','power_kw':-1} | power_kw | from 0",
                "/rooms   | {'name':'x','code':'y','owner':'nobody'} | owner | nobody active",
                "/racks   | {'name':'x'} | room_id | required",
                "/racks   | {'name':'x','room_id':999999999} | room_id | no machine room",
                "/racks   | {'name':'x','room_id':1,'height_u':101} | height_u | from 1 to 100",
                "/servers | {'asset_number':'x','management_address':'1.2.3'} | management_address | 1.2.3",
                "/servers | {'asset_number':'x','addresses':['1.2.3.4/8']} | addresses | 1.2.3.4/8",
                "/servers | {'asset_number':'x','rack_id':1} | position_u | required",
                "/servers | {'asset_number':'x','rack_id':999999999,'position_u':1} | rack_id | no rack",
                "/servers | {'asset_number':'x','purchased_on':'2026-02-30'} | purchased_on | kind",
                "/servers | {'asset_number':'x','memory_gb':'many'} | memory_gb | whole number",
                "/servers | {'asset_number':'x','custom':{'nope':1}} | custom.nope | There is no field"
            })
    void what_cannot_be_accepted_is_told_field_by_field(String path, String body, String field, String words)
            throws Exception {
        String json = send("operator", post(API + path).header("Accept-Language", "en"), body.replace('\'', '"'))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", hasItem(field)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(JsonPath.<java.util.List<String>>read(json, "$.errors[?(@.field=='" + field + "')].message"))
                .first()
                .asString()
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red",
        "status, open",
        "power_w, much",
        "warranty_until_from, soon",
        "vendor_from, a",
        "sort, 'colour,asc'",
        "sort, 'tags,asc'",
        "size, 201",
        "after, zzz"
    })
    void filters_that_are_none_are_refused(String name, String value) throws Exception {
        call("viewer", get(API + "/servers").param(name, value)).andExpect(status().isBadRequest());
    }

    @Test
    void those_who_only_view_change_nothing() throws Exception {
        send("viewer", post(API + "/rooms"), "{\"name\": \"A\", \"code\": \"B\"}")
                .andExpect(status().isForbidden());
        send("requester", patch(API + "/racks/1"), "{}").andExpect(status().isForbidden());
        call("engineer", delete(API + "/servers/1")).andExpect(status().isForbidden());
        send("operator", post(API + "/assets/custom-fields"), "{}").andExpect(status().isForbidden());
    }

    @Test
    void an_administrator_gives_servers_a_field() throws Exception {
        String name = "f" + System.nanoTime();
        long field = made(
                "admin",
                "/assets/custom-fields",
                "{\"name\": \"%s\", \"label\": \"等级\", \"kind\": \"choice\", \"choices\": [\"A\", \"B\"]}"
                        .formatted(name));
        String server = "{\"asset_number\": \"%s\", \"custom\": {\"%s\": \"%s\"}}";
        send("operator", post(API + "/servers"), server.formatted(unique("S"), name, "C"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("custom." + name));
        long id = made("/servers", server.formatted(unique("S"), name, "B"));
        call("viewer", get(API + "/servers").param("custom", name + ":B"))
                .andExpect(jsonPath("$.items[0].id").value(id))
                .andExpect(jsonPath("$.items[0].custom." + name).value("B"));
        call("admin", delete(API + "/assets/custom-fields/" + field)).andExpect(status().isNoContent());
        call("viewer", get(API + "/servers/" + id))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString(name))));
    }

    private long made(String path, String body) throws Exception {
        return made("operator", path, body);
    }

    private long made(String user, String path, String body) throws Exception {
        String answer = send(user, post(API + path), body)
                .andExpect(status().isCreated())
                .andExpect(header().exists("Location"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return ((Number) JsonPath.read(answer, "$.id")).longValue();
    }

    private ResultActions send(String user, MockHttpServletRequestBuilder request, String body) throws Exception {
        return call(user, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions call(String user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(user, user + "123")));
    }
}
