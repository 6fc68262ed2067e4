package io.opsflow.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.opsflow.OpsFlow;
import io.opsflow.accounts.Impersonation;
import io.opsflow.tickets.AssignTicket;
import io.opsflow.tickets.ConfirmTicket;
import io.opsflow.tickets.HandleTicket;
import io.opsflow.tickets.OpenTicket;
import io.opsflow.tickets.Priority;
import io.opsflow.tickets.ReviewTicket;
import io.opsflow.tickets.StartTicket;
import io.opsflow.tickets.TaskType;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.Authentication;

/** The whole product in this process, entered by its front door. */
final class Product implements Subject, AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final CountedSource pool;
    private final Tickets tickets;
    private final Map<String, Authentication> people;

    /** The advisors that write the audit log, by the names of their beans. */
    private static final List<String> AUDIT = List.of("refusedChanges", "doneChanges");

    Product(Path data, Map<String, String> settings) {
        this(data, settings, starting -> {});
    }

    /** The same, but nothing is audited. */
    static Product withoutAudit(Path data, Map<String, String> settings) {
        return new Product(
                data,
                settings,
                starting -> starting.addBeanFactoryPostProcessor(
                        beans -> AUDIT.forEach(((BeanDefinitionRegistry) beans)::removeBeanDefinition)));
    }

    private Product(
            Path data,
            Map<String, String> settings,
            ApplicationContextInitializer<ConfigurableApplicationContext> before) {
        AtomicReference<@Nullable CountedSource> counted = new AtomicReference<>();
        context = new SpringApplicationBuilder(OpsFlow.class)
                .initializers(
                        before, starting -> starting.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                            @Override
                            public Object postProcessAfterInitialization(Object bean, String beanName) {
                                if (!(bean instanceof HikariDataSource source)) {
                                    return bean;
                                }
                                CountedSource wrapped = new CountedSource(source);
                                counted.set(wrapped);
                                return wrapped;
                            }
                        }))
                .run(
                        "--opsflow.data=" + data,
                        "--opsflow.db.url=" + settings.get("OPSFLOW_DB_URL"),
                        "--opsflow.db.user=" + settings.get("OPSFLOW_DB_USER"),
                        "--opsflow.db.password=" + settings.get("OPSFLOW_DB_PASSWORD"),
                        "--opsflow.demo-data=false",
                        "--opsflow.rate.caller=0",
                        "--opsflow.rate.address=0",
                        "--opsflow.port=0");
        pool = Objects.requireNonNull(counted.get());
        tickets = context.getBean(Tickets.class);
        Impersonation identities = context.getBean(Impersonation.class);
        people = Set.of("requester", "supervisor", "manager", "engineer").stream()
                .collect(Collectors.toMap(Function.identity(), identities::of));
    }

    @Override
    public void live(Moves moves) {
        TicketKey key = as("requester", moves, () -> tickets.open(
                        new OpenTicket("Export stops", "It stops at 80 %.", TaskType.PROBLEM, Priority.HIGH))
                .key());
        as("supervisor", moves, () -> tickets.review(key, new ReviewTicket(true, "agreed")));
        as("manager", moves, () -> tickets.assign(key, new AssignTicket("engineer", "please")));
        as("engineer", moves, () -> tickets.start(key, new StartTicket("on my way")));
        as("engineer", moves, () -> tickets.handle(key, new HandleTicket("index added")));
        as("requester", moves, () -> tickets.confirm(key, new ConfirmTicket(true, "thanks")));
    }

    private <T> T as(String user, Moves moves, Supplier<T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        Impersonation.during(Objects.requireNonNull(people.get(user)), () -> result.set(moves.make(work)));
        return Objects.requireNonNull(result.get());
    }

    @Override
    public boolean isAllClosed() {
        return isNothingRunning(pool);
    }

    static boolean isNothingRunning(DataSource source) {
        Integer running =
                new JdbcTemplate(source).queryForObject("select count(*) from ACT_RU_EXECUTION", Integer.class);
        return running != null && running == 0;
    }

    CountedSource pool() {
        return pool;
    }

    ApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** The settings of its pool, for a pool on another database of the same server. */
    HikariConfig poolSettings(Map<String, String> settings) {
        HikariDataSource own = (HikariDataSource) Objects.requireNonNull(pool.getTargetDataSource());
        HikariConfig same = new HikariConfig();
        own.copyStateTo(same);
        String url = Objects.requireNonNull(own.getJdbcUrl());
        String bare = Objects.requireNonNull(context.getEnvironment().getProperty("opsflow.db.url"));
        same.setJdbcUrl(url.replace(bare, Objects.requireNonNull(settings.get("OPSFLOW_DB_URL"))));
        same.setPoolName("raw");
        return same;
    }

    @Override
    public void close() {
        context.close();
    }
}
