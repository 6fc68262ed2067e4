package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;
import java.beans.Introspector;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/**
 * The words that Java and the diagrams share. Nobody writes them down a second time: they are found in the {@code
 * *Process} classes, the steps, the errors and the subjects of the modules.
 *
 * @param processes   what each process may say, by its key
 * @param steps       the bean names of the steps
 * @param remoteSteps those of them that leave the machine
 * @param errors      the codes of broken rules, which a diagram can catch
 * @param roles       the codes of the roles
 * @param groups      the codes of the groups
 * @param decisions   the decisions by key
 */
record Vocabulary(
        Map<String, Words> processes,
        Set<String> steps,
        Set<String> remoteSteps,
        Set<String> errors,
        Set<String> roles,
        Set<String> groups,
        Map<String, Decision> decisions) {

    /** The package of everything that is ours. */
    static final String PRODUCT = "io.opsflow";

    private static final Pattern PROCESS = Pattern.compile(".*\\.process\\.[A-Za-z]+Process");

    /**
     * The words of one process.
     *
     * @param variables the variables that Java sets or reads, with their kinds
     * @param messages  the names of the messages that Java sends to it
     * @param statuses  the states of the objects that it is about
     */
    record Words(Map<String, ProcessVariable.Kind> variables, Set<String> messages, Set<String> statuses) {}

    /**
     * A decision that tasks can ask.
     *
     * @param inputs  the variables that it reads
     * @param callers the processes that ask it, with the variables that they have
     */
    record Decision(Set<String> inputs, Map<String, Set<String>> callers) {}

    /**
     * Collects the words of Java; people and decisions are added by {@link #with}.
     *
     * @param processes classes with a {@code KEY} and constants for variables and messages
     * @param subjects  what the processes are about, of the same modules
     * @param steps     the steps' classes; their beans are named after them
     * @param errors    the broken rules with a {@code CODE}
     */
    static Vocabulary of(
            Collection<Class<?>> processes,
            Collection<? extends ProcessSubject> subjects,
            Collection<Class<? extends ProcessStep>> steps,
            Collection<Class<? extends RuleViolated>> errors) {
        Map<String, Words> words = new TreeMap<>();
        for (Class<?> process : processes) {
            constants(process, String.class, "KEY").stream()
                    .findFirst()
                    .ifPresent(key -> words.put(key, words(process, subjects)));
        }
        Set<String> beans = new TreeSet<>();
        Set<String> remote = new TreeSet<>();
        for (Class<? extends ProcessStep> step : steps) {
            String bean = Introspector.decapitalize(step.getSimpleName());
            beans.add(bean);
            if (RemoteStep.class.isAssignableFrom(step)) {
                remote.add(bean);
            }
        }
        Set<String> codes = new TreeSet<>();
        errors.forEach(error -> codes.addAll(constants(error, String.class, "CODE")));
        return new Vocabulary(words, beans, remote, codes, Set.of(), Set.of(), Map.of());
    }

    /** Collects the words of everything below a package. */
    static Vocabulary in(String basePackage, Collection<? extends ProcessSubject> subjects) {
        List<Class<?>> processes = new ArrayList<>();
        List<Class<? extends ProcessStep>> steps = new ArrayList<>();
        List<Class<? extends RuleViolated>> errors = new ArrayList<>();
        TypeFilter process = new RegexPatternTypeFilter(PROCESS);
        TypeFilter any = (reader, factory) -> process.match(reader, factory)
                || new AssignableTypeFilter(ProcessStep.class).match(reader, factory)
                || new AssignableTypeFilter(RuleViolated.class).match(reader, factory);
        for (Class<?> type : found(basePackage, any)) {
            if (ProcessStep.class.isAssignableFrom(type)) {
                steps.add(type.asSubclass(ProcessStep.class));
            } else if (RuleViolated.class.isAssignableFrom(type)) {
                errors.add(type.asSubclass(RuleViolated.class));
            } else {
                processes.add(type);
            }
        }
        return of(processes, subjects, steps, errors);
    }

    /** The same words with the people and decisions that there are. */
    Vocabulary with(Set<String> roleCodes, Set<String> groupCodes, Map<String, Decision> allDecisions) {
        return new Vocabulary(
                processes,
                steps,
                remoteSteps,
                errors,
                new TreeSet<>(roleCodes),
                new TreeSet<>(groupCodes),
                new TreeMap<>(allDecisions));
    }

    /** The classes below a package that implement or extend a type and can be made. */
    static Set<Class<?>> found(String basePackage, TypeFilter filter) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isConcrete();
            }
        };
        scan.addIncludeFilter(filter);
        Set<Class<?>> types = new HashSet<>();
        for (BeanDefinition definition : scan.findCandidateComponents(basePackage)) {
            Optional.ofNullable(definition.getBeanClassName())
                    .map(name -> ClassUtils.resolveClassName(name, Vocabulary.class.getClassLoader()))
                    .ifPresent(types::add);
        }
        return types;
    }

    private static Words words(Class<?> process, Collection<? extends ProcessSubject> subjects) {
        Map<String, ProcessVariable.Kind> variables = new TreeMap<>();
        constants(process, ProcessVariable.class, "")
                .forEach(variable -> variables.put(variable.name(), variable.kind()));
        Set<String> messages = new TreeSet<>();
        constants(process, Message.class, "").forEach(message -> messages.add(message.name()));
        Set<String> statuses = new TreeSet<>();
        subjects.stream()
                .filter(subject -> module(ClassUtils.getUserClass(subject)).equals(module(process)))
                .forEach(subject -> statuses.addAll(subject.statuses()));
        return new Words(variables, messages, statuses);
    }

    /** The package of a class without the part that a module keeps to itself. */
    private static String module(Class<?> type) {
        return type.getPackageName().replaceFirst("\\.process$", "");
    }

    private static <T> List<T> constants(Class<?> type, Class<T> of, String name) {
        List<T> values = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && of.isAssignableFrom(field.getType())
                    && (name.isEmpty() || field.getName().equals(name))) {
                try {
                    field.setAccessible(true);
                    values.add(of.cast(field.get(null)));
                } catch (IllegalAccessException unreadable) {
                    throw new IllegalStateException(field + " cannot be read", unreadable);
                }
            }
        }
        return values;
    }
}
