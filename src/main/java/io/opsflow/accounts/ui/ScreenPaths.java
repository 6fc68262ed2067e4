package io.opsflow.accounts.ui;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opsflow.accounts.AccessPoint.Kind;
import io.opsflow.accounts.WaysIn;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Every screen, as its annotations say who may open it. */
@Component
class ScreenPaths implements WaysIn {

    @Override
    public Kind kind() {
        return Kind.SCREEN;
    }

    @Override
    public List<Way> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("io.opsflow").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(name), getClass().getClassLoader()))
                .map(ScreenPaths::way)
                .toList();
    }

    private static Way way(Class<?> view) {
        String path = "/" + view.getAnnotation(Route.class).value();
        RolesAllowed allowed = view.getAnnotation(RolesAllowed.class);
        return new Way(
                path,
                allowed == null ? Set.of() : new TreeSet<>(Set.of(allowed.value())),
                view.isAnnotationPresent(AnonymousAllowed.class),
                List.of());
    }
}
