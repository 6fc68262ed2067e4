package io.opsflow.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.objenesis.ObjenesisStd;
import org.springframework.util.ClassUtils;

/** The words of the product without running it. */
final class ProductWords {

    private ProductWords() {}

    /** Subjects without the beans they work with: only their words are asked for. Those of tests are not the product's. */
    static List<ProcessSubject> subjects() {
        return Vocabulary.found(Vocabulary.PRODUCT, new AssignableTypeFilter(ProcessSubject.class)).stream()
                .filter(ProductWords::isOfTheProduct)
                .map(type -> (ProcessSubject) new ObjenesisStd().newInstance(type))
                .toList();
    }

    static Set<Class<?>> steps() {
        return Vocabulary.found(Vocabulary.PRODUCT, new AssignableTypeFilter(ProcessStep.class)).stream()
                .filter(ProductWords::isOfTheProduct)
                .collect(Collectors.toSet());
    }

    static Set<String> roles() {
        Class<?> roles = ClassUtils.resolveClassName(Vocabulary.PRODUCT + ".accounts.BuiltInRole", null);
        return Arrays.stream(roles.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The module that a class belongs to. */
    static String module(Class<?> type) {
        return type.getPackageName().substring(Vocabulary.PRODUCT.length() + 1).replaceFirst("\\..*", "");
    }

    private static boolean isOfTheProduct(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .equals(ProcessStep.class.getProtectionDomain().getCodeSource().getLocation());
    }
}
