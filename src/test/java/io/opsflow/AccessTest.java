package io.opsflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opsflow.accounts.Impersonation;
import io.opsflow.testing.OpsFlowTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint and every screen against every role. The table in {@code src/test/resources/access.txt} is what was
 * agreed; whoever changes it on purpose copies {@code target/access.txt} over it.
 */
@OpsFlowTest
class AccessTest {

    private static final List<String> USERS =
            List.of("admin", "operator", "viewer", "requester", "supervisor", "manager", "engineer", "owner");
    private static final Path AGREED = Path.of("src/test/resources/access.txt");
    private static final Path FOUND = Path.of("target/access.txt");

    private final MockMvc http;
    private final RequestMappingHandlerMapping mappings;
    private final Impersonation people;

    AccessTest(
            @Autowired MockMvc http,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            @Autowired Impersonation people) {
        this.http = http;
        this.mappings = mappings;
        this.people = people;
    }

    @Test
    void every_role_reaches_what_was_agreed_and_nothing_else() throws Exception {
        List<String> table = new ArrayList<>();
        table.add("# who may call and open what: " + String.join(" ", USERS));
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
        screens().forEach(table::add);
        Files.write(FOUND, table);
        assertThat(table).isEqualTo(Files.readAllLines(AGREED));
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

    private Set<String> screens() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("io.opsflow").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(
                        String.valueOf(name), getClass().getClassLoader()))
                .map(this::screen)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String screen(Class<?> view) {
        String path = "SCREEN /" + view.getAnnotation(Route.class).value() + " : ";
        if (view.isAnnotationPresent(AnonymousAllowed.class)) {
            return path + "everybody";
        }
        if (view.isAnnotationPresent(PermitAll.class)) {
            return path + "whoever is signed in";
        }
        List<String> permissions =
                Arrays.asList(view.getAnnotation(RolesAllowed.class).value());
        return path
                + USERS.stream()
                        .filter(user -> has(people.of(user), permissions))
                        .collect(Collectors.joining(" "));
    }

    private static boolean has(Authentication person, List<String> permissions) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(permissions::contains);
    }

    /** One call; the example is well-formed and hits nothing, so that only the permission decides about a refusal. */
    private record Endpoint(String path, String method) implements Comparable<Endpoint> {

        String example() {
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
