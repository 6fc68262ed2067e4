package io.opsflow.platform;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why OpsFlow does not start, before Spring Boot would print a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartReport implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    private final @Nullable ConfigurableApplicationContext context;

    /** @param context as far as it came; absent when the settings themselves were refused */
    StartReport(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        if (System.getProperty(OpsFlowSettings.COMMAND) != null) {
            return true; // the command says it, in its own way
        }
        Optional<StartRefused> reason = StartFailures.reason(failure, settings());
        reason.ifPresent(refused -> {
            // Terminals are read as UTF-8, whatever the locale of a service or a container says.
            PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
            err.println();
            err.println(StartTexts.both("platform.cannot-start"));
            err.println();
            err.println("  " + refused.sentence(Locale.ENGLISH));
            err.println("  " + refused.sentence(Locale.SIMPLIFIED_CHINESE));
            err.println();
            if (context != null) {
                LOG.info("Not started: {}", refused.sentence(Locale.ENGLISH));
            }
        });
        return reason.isPresent();
    }

    private @Nullable OpsFlowSettings settings() {
        return context == null ? null : SettingsFromEnvironment.in(context.getEnvironment());
    }
}
