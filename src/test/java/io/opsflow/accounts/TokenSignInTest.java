package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.SecretKey;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class TokenSignInTest {

    private static final String MINE = "/api/v1/tasks";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    OpsFlowSettings settings;

    @Autowired
    MyPassword password;

    @Autowired
    Directory directory;

    @Autowired
    TokenFamilies families;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    As as;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        jdbc.update("delete from sign_in_failure");
        jdbc.update("delete from sign_in_lock");
        jdbc.update("delete from token_family");
        jdbc.update("update app_user set active = true, must_change_password = false");
        directoryForgets();
    }

    @Test
    void a_name_that_is_locked_by_wrong_passwords_stands_in_the_log_although_nobody_came_in() throws Exception {
        String locks = "select count(*) from audit_entry where action = 'user.lock' and object_key = 'engineer'";
        Integer before = jdbc.queryForObject(locks, Integer.class);
        for (int i = 0; i < 5; i++) {
            send("/login", Map.of("username", "engineer", "password", "wrong" + i))
                    .andExpect(status().isUnauthorized());
        }
        assertThat(jdbc.queryForObject(locks, Integer.class)).isEqualTo(before + 1);
        String braked = "select count(*) from audit_entry where action = 'token.login' and code = 'too-many-attempts'";
        before = jdbc.queryForObject(braked, Integer.class);
        for (int i = 0; i < 5; i++) {
            send("/login", Map.of("username", "engineer", "password", "wrong")).andExpect(status().isTooManyRequests());
        }
        assertThat(jdbc.queryForObject(braked, Integer.class)).isBetween(before, before + 1);
    }

    @Test
    void a_program_signs_in_calls_refreshes_and_signs_out() throws Exception {
        JsonNode first = login("engineer");
        assertThat(first.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(first.path("expires_in").asLong())
                .isEqualTo(Duration.ofHours(24).toSeconds());
        assertThat(first).hasSize(4);
        call(access(first)).andExpect(status().isOk());

        JsonNode second = refresh(refresh(first)).ok();
        assertThat(refresh(second)).isNotEqualTo(refresh(first));
        call(access(second)).andExpect(status().isOk());
        call(access(first)).andExpect(status().isOk());

        mvc.perform(post("/api/v1/auth/logout").header("Authorization", "Bearer " + access(second)))
                .andExpect(status().isNoContent());
        call(access(second))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", startsWith("Bearer ")))
                .andExpect(jsonPath("$.code").value("token-invalid"));
        call(access(first)).andExpect(status().isUnauthorized());
        refresh(refresh(second)).refused(401);
    }

    @Test
    void signing_out_with_the_refresh_token_ends_the_access_token() throws Exception {
        JsonNode tokens = login("engineer");
        send("/logout", Map.of("refresh_token", refresh(tokens))).andExpect(status().isNoContent());
        call(access(tokens)).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/v1/auth/logout")).andExpect(status().isBadRequest());
    }

    @Test
    void the_token_tells_who_it_is_and_not_what_one_may() throws Exception {
        SignedJWT token = SignedJWT.parse(access(login("engineer")));
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("engineer");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("opsflow");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("opsflow-api");
        assertThat(token.getJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "aud", "sub", "iat", "exp", "jti", "sid");
    }

    @Test
    void a_refresh_token_that_comes_again_ends_the_sign_in() throws Exception {
        JsonNode first = login("engineer");
        JsonNode second = refresh(refresh(first)).ok();
        JsonNode other = login("engineer");

        refresh(refresh(first)).refused(401);

        refresh(refresh(second)).refused(401);
        call(access(second)).andExpect(status().isUnauthorized());
        call(access(first)).andExpect(status().isUnauthorized());
        call(access(other)).andExpect(status().isOk());
    }

    @Test
    void two_that_refresh_in_the_same_instant_are_no_thieves() throws Exception {
        RefreshSecret secret = RefreshSecret.of(refresh(login("engineer"))).orElseThrow();
        RefreshSecret next = secret.next(settings);
        TokenFamilies.Family read = families.byLookup(secret.lookup()).orElseThrow();
        assertThat(families.rotate(read, next.hash())).isTrue();
        assertThat(families.rotate(read, next.hash()))
                .as("the slower of the two")
                .isFalse();
        refresh(next.token()).ok();
    }

    @Test
    void many_that_refresh_at_once_get_one_successor_or_nothing() throws Exception {
        String token = refresh(login("engineer"));
        ExecutorService pool = Executors.newFixedThreadPool(6);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(pool.submit(() -> {
                start.await();
                return refresh(token);
            }));
        }
        start.countDown();
        List<String> successors = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            if (answer.get().status() == 200) {
                successors.add(refresh(answer.get().ok()));
            } else {
                answer.get().refused(401);
            }
        }
        pool.shutdown();
        assertThat(successors).isNotEmpty();
        assertThat(successors.stream().distinct()).hasSize(1);
    }

    @Test
    void neither_token_stands_in_the_database() throws Exception {
        JsonNode tokens = login("engineer");
        String row = jdbc.queryForList("select * from token_family").toString();
        String secret = RefreshSecret.of(refresh(tokens)).orElseThrow().secret();
        assertThat(row).doesNotContain(secret).doesNotContain(access(tokens)).contains(RefreshSecret.hash(secret));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer_and_are_counted() throws Exception {
        for (String name : List.of("engineer", "nobody-has-this")) {
            send("/login", Map.of("username", name, "password", "wrong"))
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.code").value("not-signed-in"));
        }
        for (int i = 0; i < 4; i++) {
            send("/login", Map.of("username", "engineer", "password", "wrong"));
        }
        send("/login", Map.of("username", "engineer", "password", "engineer123"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().exists("Retry-After"));
    }

    @Test
    void an_account_that_must_change_its_password_gets_no_token() throws Exception {
        JsonNode before = login("engineer");
        jdbc.update("update app_user set must_change_password = true where username = 'engineer'");
        directoryForgets();
        send("/login", Map.of("username", "engineer", "password", "engineer123"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("password-must-change"))
                .andExpect(jsonPath("$.access_token").doesNotExist());
        send("/login", Map.of("username", "engineer", "password", "wrong")).andExpect(status().isUnauthorized());
        call(access(before)).andExpect(status().isForbidden());
        refresh(refresh(before)).refused(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"username\":\"engineer\"}",
                "{\"username\":\"engineer\",\"password\":\"engineer123\",\"roles\":[\"ADMIN\"]}",
                "[]",
                "{\"username\":{\"a\":1},\"password\":\"x\"}"
            })
    void what_is_no_sign_in_is_refused(String body) throws Exception {
        mvc.perform(post("/api/v1/auth/login")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_stale_token_beside_a_sign_in_does_not_hinder_it() throws Exception {
        mvc.perform(post("/api/v1/auth/login")
                        .header("Authorization", "Bearer stale.stale.stale")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\":\"engineer\",\"password\":\"engineer123\"}"))
                .andExpect(status().isOk());
    }

    @Test
    void a_changed_password_ends_what_was_signed_in_with_the_old_one() throws Exception {
        JsonNode tokens = login("viewer");
        String hash = jdbc.queryForObject("select password_hash from app_user where username = 'viewer'", String.class);
        try {
            as.user("viewer", () -> password.change(new ChangePassword("viewer123", "Zuckerrohr im Abendlicht 42")));
            call(access(tokens)).andExpect(status().isUnauthorized());
            refresh(refresh(tokens)).refused(401);
        } finally {
            jdbc.update("update app_user set password_hash = ? where username = 'viewer'", hash);
        }
    }

    @Test
    void whoever_is_deactivated_is_out() throws Exception {
        JsonNode tokens = login("viewer");
        call(access(tokens)).andExpect(status().isOk());
        jdbc.update("update app_user set active = false where username = 'viewer'");
        refresh(refresh(tokens)).refused(401);
        // By another node: here it is seen when what is remembered has become too old.
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> call(access(tokens)).andExpect(status().isUnauthorized()));
    }

    @Test
    void what_ends_here_counts_here_at_once() throws Exception {
        JsonNode tokens = login("viewer");
        call(access(tokens)).andExpect(status().isOk());
        families.endAll("viewer");
        call(access(tokens)).andExpect(status().isUnauthorized());
    }

    @Test
    void forged_and_swapped_tokens_open_nothing() throws Exception {
        String genuine = access(login("admin"));
        JWTClaimsSet claims = SignedJWT.parse(genuine).getJWTClaimsSet();
        SecretKey key = settings.keyFor("access tokens");
        call(signed(JWSAlgorithm.HS256, key.getEncoded(), claims)).andExpect(status().isOk());

        List<String> forged = new ArrayList<>();
        forged.add(new PlainJWT(claims).serialize());
        forged.add(genuine.substring(0, genuine.lastIndexOf('.') + 1));
        forged.add(genuine.substring(0, genuine.length() - 2) + "AA");
        forged.add(signed(JWSAlgorithm.HS256, new byte[32], claims));
        forged.add(signed(JWSAlgorithm.HS256, settings.keyFor("refresh tokens").getEncoded(), claims));
        byte[] twice = new byte[64];
        System.arraycopy(key.getEncoded(), 0, twice, 0, 32);
        forged.add(signed(JWSAlgorithm.HS512, twice, claims));
        SignedJWT rsa = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        rsa.sign(new RSASSASigner(
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate()));
        forged.add(rsa.serialize());
        String[] parts = genuine.split("\\.", -1);
        for (String header : List.of("{\"alg\":\"none\"}", "{\"alg\":\"None\"}", "{\"alg\":\"\"}", "{}")) {
            forged.add(text(header) + "." + parts[1] + ".");
            forged.add(text(header) + "." + parts[1] + "." + parts[2]);
        }
        forged.add(changed(key, claims, "sub", "owner"));
        forged.add(changed(key, claims, "iss", "somebody"));
        forged.add(changed(key, claims, "aud", "another"));
        forged.add(changed(key, claims, "sid", "0".repeat(32)));
        forged.add(changed(key, claims, "exp", null));
        forged.add(changed(key, claims, "exp", Date.from(Instant.now().minusSeconds(2))));
        for (String token : forged) {
            call(token)
                    .andExpect(status().isUnauthorized())
                    .andExpect(jsonPath("$.code").value("token-invalid"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a b",
                "bearer ..",
                "Bearer 令牌",
                "Basic",
                "Basic !!!!",
                "Basic bm9jb2xvbg==",
                "Digest username=admin",
                "garbage",
                ""
            })
    void rubbish_in_the_header_opens_nothing_not_even_with_a_session(String rubbish) throws Exception {
        MockHttpSession session = signedIn("admin");
        mvc.perform(get(MINE).session(session)).andExpect(status().isOk());
        mvc.perform(get(MINE).session(session).header("Authorization", rubbish)).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/v1/inbox/repair").session(session).header("Authorization", rubbish))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void a_huge_header_is_refused() throws Exception {
        call("a".repeat(100_000)).andExpect(status().isUnauthorized());
        call(("a".repeat(30_000) + ".").repeat(2) + "a").andExpect(status().isUnauthorized());
    }

    @Test
    void a_session_needs_its_token_whatever_header_stands_beside_it() throws Exception {
        MockHttpSession session = signedIn("admin");
        String change = "/api/v1/nothing"; // 404 says that a call came through
        mvc.perform(post(change).session(session))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("csrf-token-missing"));
        mvc.perform(post(change).session(session).with(csrf())).andExpect(status().isNotFound());
        // The name of the session's own person, as a form on a foreign page can send it in the address.
        mvc.perform(post(change).session(session).with(httpBasic("admin", "anything")))
                .andExpect(status().isUnauthorized());
        mvc.perform(post("/api/v1/inbox/repair")
                        .session(session)
                        .header("Authorization", "Bearer " + access(login("engineer"))))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("access-denied"));
    }

    @Test
    void the_engine_s_rest_takes_a_token() throws Exception {
        String definitions = "/engine-rest/process-definition";
        mvc.perform(get(definitions).header("Authorization", "Bearer nothing")).andExpect(status().isUnauthorized());
        mvc.perform(get(definitions).header("Authorization", "Bearer " + access(login("engineer"))))
                .andExpect(status().isForbidden());
        String owner = access(login("owner"));
        assertThatThrownBy(() -> mvc.perform(get(definitions).header("Authorization", "Bearer " + owner)))
                .as("came through to where this ring has no engine")
                .hasMessageContaining("springServlet");
    }

    @Test
    void sign_ins_of_one_person_are_bounded() {
        for (int i = 0; i < 103; i++) {
            RefreshSecret secret = RefreshSecret.first();
            families.begin(
                    new TokenFamilies.Family(
                            secret.lookup(),
                            "viewer",
                            secret.lookup(),
                            secret.hash(),
                            Instant.now().plusSeconds(60)),
                    "127.0.0.1");
        }
        assertThat(jdbc.queryForObject("select count(*) from token_family", Integer.class))
                .isEqualTo(100);
    }

    private static String changed(SecretKey key, JWTClaimsSet claims, String name, @Nullable Object value)
            throws JOSEException {
        return signed(
                JWSAlgorithm.HS256,
                key.getEncoded(),
                new JWTClaimsSet.Builder(claims).claim(name, value).build());
    }

    private static String signed(JWSAlgorithm algorithm, byte[] key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(new MACSigner(key));
        return token.serialize();
    }

    private static String text(String header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode login(String user) throws Exception {
        return json.readTree(send("/login", Map.of("username", user, "password", user + "123"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private Answer refresh(String token) throws Exception {
        var response =
                send("/refresh", Map.of("refresh_token", token)).andReturn().getResponse();
        return new Answer(response.getStatus(), json.readTree(response.getContentAsByteArray()));
    }

    private record Answer(int status, JsonNode body) {

        JsonNode ok() {
            assertThat(status).as(body.toString()).isEqualTo(200);
            return body;
        }

        void refused(int expected) {
            assertThat(status).as(body.toString()).isEqualTo(expected);
            assertThat(body.has("access_token")).isFalse();
        }
    }

    private ResultActions send(String path, Object body) throws Exception {
        return mvc.perform(post("/api/v1/auth" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private ResultActions call(String token) throws Exception {
        return mvc.perform(get(MINE).header("Authorization", "Bearer " + token));
    }

    private static String access(JsonNode tokens) {
        return tokens.path("access_token").asText();
    }

    private static String refresh(JsonNode tokens) {
        return tokens.path("refresh_token").asText();
    }

    private MockHttpSession signedIn(String user) throws Exception {
        return (MockHttpSession)
                Objects.requireNonNull(mvc.perform(formLogin().user(user).password(user + "123"))
                        .andReturn()
                        .getRequest()
                        .getSession(false));
    }

    private void directoryForgets() {
        transaction.executeWithoutResult(status -> directory.changed());
    }
}
