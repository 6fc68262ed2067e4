package io.opsflow.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What holds for all paths of the API: strict parameters, and a problem where there is nothing. */
@Configuration(proxyBeanMethods = false)
class ApiPaths implements WebMvcConfigurer {

    private static final String API = "/api/**";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new DeclaredParameters()).addPathPatterns(API);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/swagger-ui", "/swagger-ui/index.html");
    }

    /** Behind all controllers, in front of the screens, to which every other path belongs. */
    @Bean
    HandlerMapping nothingHere(Problems problems, ObjectMapper json) {
        HttpRequestHandler nothing = (request, response) -> {
            ResponseEntity<Problem> problem =
                    problems.of(request, HttpStatus.NOT_FOUND, "no-such-path", request.getRequestURI());
            try (ServletServerHttpResponse output = new ServletServerHttpResponse(response)) {
                output.setStatusCode(problem.getStatusCode());
                output.getHeaders().putAll(problem.getHeaders());
                json.writeValue(output.getBody(), Objects.requireNonNull(problem.getBody()));
            }
        };
        SimpleUrlHandlerMapping mapping =
                new SimpleUrlHandlerMapping(Map.of(API, nothing, "/actuator/**", nothing, "/v3/**", nothing));
        mapping.setOrder(Ordered.LOWEST_PRECEDENCE - 100);
        return mapping;
    }
}
