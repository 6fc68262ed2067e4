package io.opsflow.accounts;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** The public methods of all front doors, and what Spring Security decides about each, asked as it is asked at a call. */
@Component
class FrontDoors {

    private static final String PRODUCT = "io.opsflow.";

    private final ApplicationContext beans;
    private final PreAuthorizeAuthorizationManager manager = new PreAuthorizeAuthorizationManager();

    FrontDoors(ApplicationContext beans) {
        this.beans = beans;
        DefaultMethodSecurityExpressionHandler conditions = new DefaultMethodSecurityExpressionHandler();
        conditions.setApplicationContext(beans);
        manager.setExpressionHandler(conditions);
    }

    /** Every public method of a front door with the bean that has it. */
    Map<Method, Object> methods() {
        Map<Method, Object> methods = new LinkedHashMap<>();
        for (String name : beans.getBeanNamesForAnnotation(Service.class)) {
            Object bean = beans.getBean(name);
            Class<?> type = AopUtils.getTargetClass(bean);
            if (type.getName().startsWith(PRODUCT)) {
                Arrays.stream(type.getMethods())
                        .filter(method -> method.getDeclaringClass().getName().startsWith(PRODUCT))
                        .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                        .forEach(method -> methods.put(method, bean));
            }
        }
        return methods;
    }

    /** Whether somebody may call it; empty when it does not ask. */
    Optional<Boolean> allows(Method method, Object bean, Authentication person) {
        var call = new SimpleMethodInvocation(bean, method, new Object[method.getParameterCount()]);
        List<AuthorizationResult> results = new ArrayList<>();
        // Conditions may ask others who acts.
        Impersonation.during(
                person, () -> Optional.<AuthorizationResult>ofNullable(manager.authorize(() -> person, call))
                        .ifPresent(results::add));
        return results.stream().findFirst().map(AuthorizationResult::isGranted);
    }

    /** The condition as it stands in the program. */
    static @Nullable String condition(Method method) {
        PreAuthorize asked = AnnotatedElementUtils.findMergedAnnotation(method, PreAuthorize.class);
        if (asked == null) {
            asked = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), PreAuthorize.class);
        }
        return asked == null ? null : asked.value();
    }

    /** {@code Tickets.open}; overloaded methods have one name, and say the same thing. */
    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    static List<String> names(List<Method> methods) {
        return methods.stream().map(FrontDoors::name).distinct().sorted().toList();
    }
}
