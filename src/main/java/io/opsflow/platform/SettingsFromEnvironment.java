package io.opsflow.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Reads the settings before anything else is made, hands them to the context as a bean, and says to Spring in Spring's
 * words what follows from them. What Spring is told directly wins.
 */
class SettingsFromEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String ENV_FILE = "opsflow.env-file";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        String file = environment.getProperty(ENV_FILE, ".env");
        Map<String, Object> lines = file.isBlank() ? Map.of() : EnvFile.read(Path.of(file));
        if (!lines.isEmpty()) {
            // The name's ending makes Spring read NAMES_LIKE_THIS as it does in the real environment.
            sources.addAfter(
                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new SystemEnvironmentPropertySource(
                            "env-file-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, lines));
        }
        OpsFlowSettings settings = new SettingsReader(environment::getProperty).read();
        boolean behindProxy = isGiven(environment.getProperty("opsflow.base-url"));
        String proxies = TrustedProxies.pattern(environment.getProperty("opsflow.trusted-proxies", ""));
        // Two processes that turned the pages of one file over would lose some.
        String log = isGiven(environment.getProperty(OpsFlowSettings.COMMAND)) ? "commands.log" : "opsflow.log";
        String logs = logs(settings, isGiven(environment.getProperty("opsflow.data")), log);
        sources.addLast(new SettingsSource(settings, forSpring(settings, behindProxy, proxies, logs)));
        application.addInitializers(new SettingsAsBean(settings));
    }

    /** The settings that an environment was given; none when they were refused. */
    static @Nullable OpsFlowSettings in(ConfigurableEnvironment environment) {
        return environment.getPropertySources().get(SettingsSource.NAME) instanceof SettingsSource source
                ? source.settings
                : null;
    }

    /** What Spring is told, together with what it was made of: a failed start has no beans left to ask. */
    private static final class SettingsSource extends MapPropertySource {

        private static final String NAME = "opsflow-settings";

        private final OpsFlowSettings settings;

        SettingsSource(OpsFlowSettings settings, Map<String, Object> properties) {
            super(NAME, properties);
            this.settings = settings;
        }
    }

    /** First of all initializers: the others may need the settings. */
    private record SettingsAsBean(OpsFlowSettings settings)
            implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().registerSingleton("opsFlowSettings", settings);
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    private static Map<String, Object> forSpring(
            OpsFlowSettings settings, boolean behindProxy, String proxies, String logs) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.address());
        if (behindProxy) {
            properties.put("server.forward-headers-strategy", "native");
            properties.put("server.tomcat.remoteip.internal-proxies", proxies);
            properties.put(
                    "server.servlet.session.cookie.secure",
                    "https".equalsIgnoreCase(settings.baseUrl().getScheme()));
        }
        properties.put("spring.datasource.url", settings.database().url());
        properties.put("spring.datasource.username", settings.database().user());
        properties.put("spring.datasource.password", settings.database().password());
        properties.put(
                "spring.datasource.hikari.maximum-pool-size",
                settings.database().connections());
        properties.put("logging.file.name", logs);
        return properties;
    }

    /** In the working directory like the data folder; a folder that was chosen keeps everything together. */
    private static String logs(OpsFlowSettings settings, boolean folderChosen, String file) {
        return folderChosen ? settings.data().resolve("logs").resolve(file).toString() : "logs/" + file;
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
