package io.opsflow.cli;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Fault;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Texts;
import io.opsflow.kernel.Unavailable;
import io.opsflow.platform.DataFolder;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.StartFailures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * The program as one command needs it: nothing listens, nothing is scheduled, no job is taken, and a bean is made when it
 * is asked for. Calls go through front doors as the system.
 */
final class Program implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final @Nullable DataFolder folder;

    private Program(ConfigurableApplicationContext context, @Nullable DataFolder folder) {
        this.context = context;
        this.folder = folder;
    }

    /** Reads the settings, and nothing else. */
    static Program settingsAlone() {
        return new Program(run(Nothing.class, List.of(), context -> {}), null);
    }

    /** On tables that must be those of this program. */
    static Program open() {
        return open(
                true,
                "--spring.flyway.enabled=false",
                "--camunda.bpm.database.schema-update=false",
                "--opsflow.demo-data=false");
    }

    /** On whatever tables there are: makes or changes them. */
    static Program opensAndMigrates(boolean demo) {
        return open(false, "--opsflow.demo-data=" + demo);
    }

    private static Program open(boolean ready, String... properties) {
        try (Program before = settingsAlone()) {
            OpsFlowSettings settings = before.settings();
            // The file is for one process; on a server of its own, the database is shared with a running OpsFlow.
            DataFolder folder = settings.database().isServer() ? null : DataFolder.take(settings.data());
            try {
                if (ready) {
                    Schema.of(settings).mustBeReady();
                }
                return new Program(run(Slim.class, Arrays.asList(properties), Program::keepStill), folder);
            } catch (RuntimeException e) {
                close(folder);
                throw told(e, settings);
            }
        }
    }

    private static ConfigurableApplicationContext run(
            Class<?> source,
            List<String> properties,
            ApplicationContextInitializer<ConfigurableApplicationContext> initializer) {
        List<String> arguments = new ArrayList<>(properties);
        arguments.addAll(List.of(
                // What is printed is the command's answer and nothing else.
                "--logging.threshold.console=OFF",
                "--camunda.bpm.job-execution.enabled=false",
                "--spring.datasource.hikari.minimum-idle=1"));
        return new SpringApplicationBuilder(source)
                .web(WebApplicationType.NONE)
                .initializers(initializer)
                .run(arguments.toArray(String[]::new));
    }

    private static void keepStill(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> {
            Arrays.stream(beans.getBeanDefinitionNames())
                    .forEach(name -> beans.getBeanDefinition(name).setLazyInit(true));
            String schedules = TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME;
            if (beans.containsBeanDefinition(schedules)) {
                ((BeanDefinitionRegistry) beans).removeBeanDefinition(schedules);
            }
        });
        context.getBeanFactory()
                .registerSingleton(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new NothingRuns());
        NoServerStarts events = new NoServerStarts();
        events.setBeanFactory(context.getBeanFactory());
        context.getBeanFactory()
                .registerSingleton(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME, events);
    }

    OpsFlowSettings settings() {
        return context.getBean(OpsFlowSettings.class);
    }

    String property(String name) {
        return context.getEnvironment().getProperty(name, "");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** Calls front doors as the system, and says what they refuse in the words of the product. */
    <T> T as(Operator operator, Supplier<T> work) {
        try {
            return operator.calls(work);
        } catch (DomainError e) {
            throw refused(e);
        } catch (RuntimeException e) {
            throw told(e, settings());
        }
    }

    /** What whoever runs the program can remove is told in a sentence; the rest goes to the log. */
    private static RuntimeException told(RuntimeException failure, OpsFlowSettings settings) {
        if (Fault.isDatabaseAway(failure)) {
            return new Refused(Exit.UNAVAILABLE, "cli.database-away", settings.database());
        }
        return StartFailures.reason(failure, settings)
                .<RuntimeException>map(Refused::of)
                .orElse(failure);
    }

    private Refused refused(DomainError error) {
        Texts texts = context.getBean(Texts.class);
        Function<Words, String> sentence = words -> texts.of(words.locale(), error);
        List<Map<String, String>> fields = error instanceof InvalidInput invalid
                ? invalid.errors().stream()
                        .map(field -> Map.of("field", field.field(), "code", field.code()))
                        .toList()
                : List.of();
        Words[] languages = Texts.LANGUAGES.stream().map(Words::new).toArray(Words[]::new);
        // Said now: the texts end with the context.
        Map<Words, String> said = Arrays.stream(languages).collect(Collectors.toMap(Function.identity(), sentence));

        return new Refused(
                error instanceof Unavailable ? Exit.UNAVAILABLE : Exit.REFUSED,
                error.code(),
                words -> said.getOrDefault(words, error.code()),
                fields);
    }

    @Override
    public void close() {
        context.close();
        close(folder);
    }

    private static void close(@Nullable DataFolder folder) {
        try {
            if (folder != null) {
                folder.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No part of the program at all. */
    private static final class Nothing {}

    /** Neither web server nor job executor, models or demo: what the server begins with is not begun. */
    private static final class NothingRuns implements LifecycleProcessor {

        @Override
        public void onRefresh() {
            // nothing
        }

        @Override
        public void onClose() {
            // nothing
        }

        @Override
        public void start() {
            // nothing
        }

        @Override
        public void stop() {
            // nothing
        }

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    /** What waits for the server to be ready, such as the setup code in the log, waits for ever; other events pass. */
    private static final class NoServerStarts extends SimpleApplicationEventMulticaster {

        @Override
        public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType type) {
            if (!(event instanceof SpringApplicationEvent)) {
                super.multicastEvent(event, type);
            }
        }
    }
}
