package io.opsflow.accounts.rest;

import io.opsflow.accounts.AccessPoint.Kind;
import io.opsflow.accounts.WaysIn;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call of the API, and the front doors that its code calls. */
@Component
class Endpoints implements WaysIn {

    private static final String API = "/api/v1/";

    private final ApplicationContext beans;

    Endpoints(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public Kind kind() {
        return Kind.ENDPOINT;
    }

    @Override
    public List<Way> all() {
        List<Way> ways = new ArrayList<>();
        String name = "requestMappingHandlerMapping";
        if (beans.containsBean(name)) { // at a prompt there are no calls
            beans.getBean(name, RequestMappingHandlerMapping.class)
                    .getHandlerMethods()
                    .forEach((mapping, handler) -> ways(mapping, handler).forEach(ways::add));
        }
        return ways;
    }

    private static Stream<Way> ways(RequestMappingInfo mapping, HandlerMethod handler) {
        if (!handler.getBeanType().getName().startsWith("io.opsflow.")) {
            return Stream.empty();
        }
        List<Method> doors = new DoorsCalled().by(handler.getMethod());
        return mapping.getPatternValues().stream()
                .filter(path -> path.startsWith(API))
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Way(method.name() + " " + path, null, false, doors)));
    }
}
