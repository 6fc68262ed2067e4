package io.opsflow.platform;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** The few lines that the console shows: that OpsFlow is starting, and where it is. */
final class ReadyNotice {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyNotice.class);

    private final OpsFlowSettings settings;
    private final Environment environment;
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    ReadyNotice(OpsFlowSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    void starting() {
        @Nullable String version = ReadyNotice.class.getPackage().getImplementationVersion();
        out.println(StartTexts.both("platform.starting", version == null ? "" : version));
    }

    void ready() {
        String url = url();
        out.println();
        out.println(StartTexts.both("platform.ready", url));
        if (settings.isDemo()) {
            out.println();
            out.println(StartTexts.both("platform.demo-accounts"));
        }
        out.println();
        out.println(StartTexts.both(
                "platform.where", settings.data(), environment.getRequiredProperty("logging.file.name")));
        LOG.info("Ready at {}, {}", url, settings);
    }

    /** A port that was left to chance is known only now. */
    private String url() {
        @Nullable String port = environment.getProperty("local.server.port");
        boolean chance = environment.getRequiredProperty("server.port", Integer.class) == 0;
        return chance && port != null
                ? settings.baseUrl().toString().replaceFirst(":\\d+$", ":" + port)
                : settings.baseUrl().toString();
    }
}
