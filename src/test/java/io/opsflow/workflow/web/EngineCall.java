package io.opsflow.workflow.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.jspecify.annotations.Nullable;

/** One call that the engine's REST knows, as its own classes declare it: {@code PUT /job/{id}/retries}. */
record EngineCall(String method, String path) implements Comparable<EngineCall> {

    private static final int DEEPEST = 6;

    /** Every one there is. */
    static SortedSet<EngineCall> all() {
        SortedSet<EngineCall> calls = new TreeSet<>();
        CamundaRestResources.getResourceClasses().forEach(resource -> collect(resource, "", 0, calls));
        // Everything is there a second time, behind the engine's name.
        calls.removeIf(call -> call.path().startsWith("/engine/{name}/"));
        return calls;
    }

    private static void collect(Class<?> resource, String before, int depth, SortedSet<EngineCall> calls) {
        if (depth > DEEPEST || resource.getName().startsWith("java.")) {
            return;
        }
        // What a class says of its own place counts for the first alone.
        String base = depth > 0
                ? before
                : declared(resource, Path.class).map(EngineCall::clean).orElse("");
        for (Method method : resource.getMethods()) {
            Optional<String> verb = verb(method);
            Optional<String> path = inherited(method, Path.class).map(EngineCall::clean);
            if (verb.isPresent()) {
                calls.add(new EngineCall(verb.get(), base + path.orElse("")));
            } else if (path.isPresent()) {
                collect(method.getReturnType(), base + path.get(), depth + 1, calls);
            }
        }
    }

    private static String clean(Path path) {
        String text = path.value()
                .replaceAll("\\{\\s*(\\w[\\w-]*)\\s*:[^}]*}", "{$1}")
                .replaceAll("/$", "");
        return text.isEmpty() || text.startsWith("/") ? text : "/" + text;
    }

    private static Optional<String> verb(Method method) {
        return declarations(method)
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> inherited(Method method, Class<A> type) {
        return declarations(method)
                .map(declared -> declared.getAnnotation(type))
                .filter(a -> a != null)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> declared(Class<?> resource, Class<A> type) {
        return Stream.concat(Stream.of(resource), Arrays.stream(resource.getInterfaces()))
                .map(one -> one.getAnnotation(type))
                .filter(a -> a != null)
                .findFirst();
    }

    /** The method itself, and what it implements. */
    private static Stream<Method> declarations(Method method) {
        return Stream.concat(
                Stream.of(method),
                interfaces(method.getDeclaringClass())
                        .map(type -> same(type, method))
                        .flatMap(Stream::ofNullable));
    }

    private static Stream<Class<?>> interfaces(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(
                        Arrays.stream(type.getInterfaces())
                                .flatMap(one -> Stream.concat(Stream.of(one), interfaces(one))),
                        interfaces(type.getSuperclass()));
    }

    private static @Nullable Method same(Class<?> type, Method method) {
        return Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(method.getName())
                        && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()))
                .findFirst()
                .orElse(null);
    }

    /** What it is about: the first part of its path. */
    String thing() {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    @Override
    public int compareTo(EngineCall other) {
        return (path + " " + method).compareTo(other.path + " " + other.method);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
