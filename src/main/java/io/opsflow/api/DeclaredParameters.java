package io.opsflow.api;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that a call does not declare: a filter that is misspelled and silently ignored would show a list
 * of everything. Declared are {@link RequestParam}s and the components of records.
 */
class DeclaredParameters implements HandlerInterceptor {

    private final Map<HandlerMethod, Declared> known = new ConcurrentHashMap<>();

    /** @param anything whether the call takes a map of parameters, and so any */
    private record Declared(Set<String> names, boolean anything) {}

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        if (handler instanceof HandlerMethod method) {
            refuseForms(request);
            Declared declared = known.computeIfAbsent(method, DeclaredParameters::declared);
            if (!declared.anything()) {
                refuseOthers(request, declared.names());
            }
        }
        return true;
    }

    /** The fields of a posted form would be taken for parameters of the address. */
    private static void refuseForms(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        String type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw new HttpMediaTypeNotSupportedException(
                    MediaType.APPLICATION_FORM_URLENCODED, List.of(MediaType.APPLICATION_JSON));
        }
    }

    private static void refuseOthers(HttpServletRequest request, Set<String> names) {
        List<FieldError> unknown = request.getParameterMap().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> names.isEmpty()
                        ? new FieldError(name, "no-parameters", List.of())
                        : new FieldError(name, "unknown-parameter", List.of(name, new ArrayList<>(names))))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
    }

    private static Declared declared(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        boolean anything = false;
        for (MethodParameter parameter : method.getMethodParameters()) {
            anything |= parameter.hasParameterAnnotation(RequestParam.class)
                    && Map.class.isAssignableFrom(parameter.getParameterType());
            names.addAll(names(parameter));
        }
        return new Declared(names, anything);
    }

    private static Set<String> names(MethodParameter parameter) {
        RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            return Set.of(
                    Optional.of(single.name()).filter(name -> !name.isEmpty()).orElseGet(() -> name(parameter)));
        }
        boolean isQuery = parameter.hasParameterAnnotation(ModelAttribute.class)
                || Arrays.stream(parameter.getParameterAnnotations()).noneMatch(DeclaredParameters::isSpring);
        Class<?> type = parameter.nested().getNestedParameterType();
        if (isQuery && type.isRecord()) {
            return components(type);
        }
        boolean isValue = BeanUtils.isSimpleProperty(type) && !Locale.class.equals(type);
        return isQuery && isValue ? Set.of(name(parameter)) : Set.of();
    }

    private static Set<String> components(Class<?> query) {
        Set<String> names = new TreeSet<>();
        RecordComponent[] components = query.getRecordComponents();
        Parameter[] parameters = BeanUtils.getResolvableConstructor(query).getParameters();
        for (int i = 0; i < components.length; i++) {
            BindParam renamed = parameters[i].getAnnotation(BindParam.class);
            names.add(renamed == null ? components[i].getName() : renamed.value());
        }
        return names;
    }

    /** Annotations of Spring's say where the value comes from; those of validation and documentation do not. */
    private static boolean isSpring(Annotation annotation) {
        return annotation.annotationType().getPackageName().startsWith("org.springframework.");
    }

    private static String name(MethodParameter parameter) {
        String name = parameter.getParameterName();
        return name == null ? "" : name;
    }
}
