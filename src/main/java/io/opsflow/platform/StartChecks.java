package io.opsflow.platform;

import io.opsflow.platform.OpsFlowSettings.Database;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * What is tried before a start that takes seconds: whether the port is free, the data folder is nobody else's and the
 * database answers. Only the program does this; a context that a test makes does not.
 */
public class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        OpsFlowSettings settings = context.getBeanFactory().getBean(OpsFlowSettings.class);
        tryPort(settings.address(), environment.getRequiredProperty("server.port", Integer.class));
        // Held for as long as the context is; the operating system takes it back when the process ends in whatever way.
        context.getBeanFactory().registerSingleton("dataFolder", DataFolder.take(settings.data()));
        tryDatabase(settings);
        ReadyNotice notice = new ReadyNotice(settings, environment);
        notice.starting();
        context.addApplicationListener((ApplicationListener<ApplicationReadyEvent>) ready -> notice.ready());
        if (environment.getProperty("opsflow.ends-with-parent", boolean.class, false)) {
            endWithParent();
        }
        if (environment.getProperty("opsflow.training", boolean.class, false)) {
            context.addApplicationListener(new Training());
        }
    }

    /** Maven, told to end from outside, would leave the program behind. */
    @SuppressWarnings("FutureReturnValueIgnored") // ends the program, there is nobody to tell
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    static void tryPort(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (BindException e) {
            throw StartFailures.notBound(e, address, port);
        } catch (IOException e) {
            throw new StartRefused("platform.port-refused", port, address);
        }
    }

    static void tryDatabase(OpsFlowSettings settings) {
        Database database = settings.database();
        try {
            Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
            if (database.url().startsWith(DatabaseUrl.H2)) {
                EmbeddedFile.close(connection);
            } else {
                connection.close();
            }
        } catch (SQLException e) {
            // What is not understood here fails again in a moment, with everything Spring can say about it.
            StartFailures.reason(e, settings).ifPresent(refused -> {
                throw refused;
            });
        }
    }
}
