package io.opsflow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API, which the try-out page and the generators of clients read. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final String SESSION = "session";
    private static final String PROBLEM = "Problem";

    /** The problems that any call may answer with, by status. */
    private static final Map<String, String> ANY = new LinkedHashMap<>();

    /** Those of calls that change something. */
    private static final Map<String, String> CHANGE = new LinkedHashMap<>();

    static {
        ANY.put("400", "A parameter, a field or the body cannot be accepted as it is; `errors` says which and why.");
        ANY.put("401", "Nobody is signed in, or the name, the password or the token is wrong.");
        ANY.put("403", "The signed-in person may not do this.");
        ANY.put("404", "There is no such thing, or it is invisible to the signed-in person.");
        ANY.put("429", "Too many calls, or too many wrong passwords; when to try again stands in `Retry-After`.");
        ANY.put("500", "A fault of the program; `trace_id` leads to it in the log.");
        ANY.put("503", "Something that is needed, such as the database, does not answer; see `Retry-After`.");
        CHANGE.put("409", "A rule forbids it in the present state, or somebody else was quicker.");
        CHANGE.put("415", "The body is not JSON.");
    }

    /** Names of fields as they are on the wire, not as they are in Java. */
    @Bean
    ModelResolver modelResolver(ObjectMapper json) {
        return new ModelResolver(json).openapi31(true);
    }

    @Bean
    OpenAPI description(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new OpenAPI()
                // Where the page itself came from: not what some Host header says.
                .servers(List.of(new Server().url("/")))
                .info(new Info()
                        .title("OpsFlow")
                        .version(properties == null ? "0" : properties.getVersion())
                        .description(
                                """
                                JSON in snake_case. Times are ISO 8601 in UTC. Lists answer `items`, `page`, `size` and `total`; \
                                behind row 10 000 they are read with `after`. Unknown parameters and fields are refused. \
                                Errors are problems as RFC 9457 says, in the language of `Accept-Language`.""")
                        .license(new License().name("MIT").identifier("MIT")))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The access token that `/auth/login` gives, or a personal token."))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("opsflow_session")
                                        .description("The browser's session. Calls that change something also carry the"
                                                + " header X-CSRF-TOKEN; this page does so by itself.")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .addSecurityItem(new SecurityRequirement().addList(SESSION));
    }

    @Bean
    GlobalOpenApiCustomizer problemResponses() {
        return api -> {
            ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(Problem.class))
                    .referencedSchemas
                    .forEach(api.getComponents()::addSchemas);
            if (api.getPaths() == null) {
                return;
            }
            api.getPaths().values().forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
                addProblems(operation, ANY);
                if (operation.getRequestBody() != null || !method.name().equals("GET")) {
                    addProblems(operation, CHANGE);
                }
            }));
        };
    }

    private static void addProblems(Operation operation, Map<String, String> problems) {
        problems.forEach((status, description) -> operation
                .getResponses()
                .putIfAbsent(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM))))));
    }
}
