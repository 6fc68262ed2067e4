package io.opsflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.opsflow.accounts.AccessMap;
import io.opsflow.accounts.AccessMap.Filter;
import io.opsflow.accounts.AccessPoint;
import io.opsflow.accounts.AccessPoint.Kind;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every call, every screen and every front door's method against every role. The table in {@code
 * src/test/resources/access.txt} is what was agreed; whoever changes it on purpose puts it together from {@code
 * target/access-calls.txt} and {@code target/access.txt}.
 */
@OpsFlowTest
class AccessTest {

    private static final List<String> USERS =
            List.of("admin", "operator", "viewer", "requester", "supervisor", "manager", "engineer", "owner");
    private static final List<String> ROLES = List.of(
            "ADMIN", "OPERATOR", "VIEWER", "REQUESTER", "SUPERVISOR", "PROJECT_MANAGER", "ENGINEER", "PROCESS_OWNER");
    private static final Path AGREED = Path.of("src/test/resources/access.txt");
    private static final Path FOUND = Path.of("target/access.txt");
    private static final Path FOUND_CALLS = Path.of("target/access-calls.txt");

    private final MockMvc http;
    private final RequestMappingHandlerMapping mappings;
    private final AccessMap access;
    private final As as;

    AccessTest(
            @Autowired MockMvc http,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            @Autowired AccessMap access,
            @Autowired As as) {
        this.http = http;
        this.mappings = mappings;
        this.access = access;
        this.as = as;
    }

    @Test
    void every_role_reaches_the_calls_that_were_agreed_and_no_others() throws Exception {
        List<String> table = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            List<String> allowed = new ArrayList<>();
            for (String user : USERS) {
                int status = status(endpoint, user);
                assertThat(status).as("%s by %s", endpoint, user).isNotEqualTo(401);
                if (status != 403) {
                    allowed.add(user);
                }
            }
            table.add(endpoint.method() + " " + endpoint.path() + " : " + String.join(" ", allowed));
        }
        Files.write(FOUND_CALLS, table);
        assertThat(table).isEqualTo(agreed(line -> !line.startsWith("#") && !isShown(line)));
    }

    @Test
    void every_role_reaches_the_screens_and_front_doors_that_were_agreed_and_no_others() throws Exception {
        List<String> table = shown().stream()
                .filter(point -> point.kind() != Kind.ENDPOINT)
                .map(AccessTest::line)
                .distinct()
                .sorted(Comparator.comparing((String line) -> line.startsWith(Kind.DOOR.name()))
                        .thenComparing(Function.identity()))
                .toList();
        Files.write(FOUND, table);
        assertThat(table).isEqualTo(agreed(AccessTest::isShown));
    }

    private static boolean isShown(String line) {
        return line.startsWith(Kind.SCREEN.name()) || line.startsWith(Kind.DOOR.name());
    }

    private static List<String> agreed(Predicate<String> which) throws IOException {
        return Files.readAllLines(AGREED).stream().filter(which).toList();
    }

    @Test
    void what_the_page_says_of_calls_is_what_callers_find() throws Exception {
        Map<String, AccessPoint> said = shown().stream()
                .filter(point -> point.kind() == Kind.ENDPOINT)
                .collect(Collectors.toMap(AccessPoint::name, Function.identity()));
        List<String> different = new ArrayList<>();
        for (String found : Files.readAllLines(AGREED)) {
            String[] parts = found.split(" : ", -1);
            AccessPoint point = said.get(parts[0]);
            if (point != null) {
                String shown = point.everybody() || point.signedIn() ? String.join(" ", USERS) : users(point);
                if (!shown.equals(parts.length > 1 ? parts[1].strip() : "")) {
                    different.add(parts[0] + " : " + shown + " but " + parts[1]);
                }
            }
        }
        assertThat(said).hasSize(endpoints().size());
        assertThat(different).isEmpty();
    }

    @Test
    void every_front_door_s_method_asks_for_something() {
        assertThat(shown().stream().filter(point -> point.kind() == Kind.DOOR).count())
                .isGreaterThan(100);
        assertThat(shown().stream().filter(AccessPoint::undecided).map(AccessPoint::name))
                .allMatch(name -> name.startsWith("Processes."), "what modules' own processes call");
    }

    @Test
    void nobody_calls_anything_without_signing_in() throws Exception {
        for (Endpoint endpoint : endpoints()) {
            int status = http.perform(request(HttpMethod.valueOf(endpoint.method()), endpoint.example())
                            .with(SecurityMockMvcRequestPostProcessors.csrf())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            // Signing in is for those who are not: they get nothing but the reason why it failed.
            boolean signingIn = endpoint.path().startsWith("/api/v1/auth/");
            assertThat(status).as(endpoint.toString()).isEqualTo(signingIn ? 400 : 401);
        }
    }

    private int status(Endpoint endpoint, String user) throws Exception {
        return http.perform(request(HttpMethod.valueOf(endpoint.method()), endpoint.example())
                        .with(SecurityMockMvcRequestPostProcessors.httpBasic(user, user + "123"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(endpoint.body()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private Set<Endpoint> endpoints() {
        Set<Endpoint> endpoints = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/v1/"))
                .filter(path -> handler.getBeanType().getName().startsWith("io.opsflow."))
                .forEach(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .forEach(method -> endpoints.add(new Endpoint(path, method)))));
        assertThat(endpoints).hasSizeGreaterThan(15);
        return endpoints;
    }

    /** What the page about access shows: the same facts. */
    private List<AccessPoint> shown() {
        List<AccessPoint> all = new ArrayList<>();
        for (int page = 0; ; page++) {
            Paging paging = new Paging(page, Paging.MAX_SIZE, null, null);
            List<AccessPoint> some =
                    as.user("admin", () -> access.find(Filter.ALL, paging)).items();
            all.addAll(some);
            if (some.size() < Paging.MAX_SIZE) {
                return all;
            }
        }
    }

    private static String line(AccessPoint point) {
        String who = point.undecided()
                ? "not asked"
                : point.everybody() ? "everybody" : point.signedIn() ? "whoever is signed in" : users(point);
        return point.kind() + " " + point.name() + " : " + who;
    }

    /** The demo users stand for the roles, in the same order. */
    private static String users(AccessPoint point) {
        return USERS.stream()
                .filter(user -> point.roles().contains(ROLES.get(USERS.indexOf(user))))
                .collect(Collectors.joining(" "));
    }

    /** One call; the example is well-formed and hits nothing, so that only the permission decides about a refusal. */
    private record Endpoint(String path, String method) implements Comparable<Endpoint> {

        String example() {
            if (path.matches("/api/v1/(rooms|racks|servers|assets)/.*")) {
                return path.replaceAll("\\{[^}]+}", "999999999"); // numbers
            }
            return path.replace("/users/{id}", "/users/999999999")
                    .replace("{key}", "T-999999999")
                    .replace("{id}", "nothing")
                    .replace("{version}", "1")
                    .replaceAll("\\{[^}]+}", "nothing");
        }

        String body() {
            return path.endsWith("/tickets")
                    ? "{\"title\":\"access\",\"description\":\"d\",\"task_type\":\"problem\",\"priority\":\"low\"}"
                    : "{}";
        }

        @Override
        public int compareTo(Endpoint other) {
            return toString().compareTo(other.toString());
        }
    }
}
