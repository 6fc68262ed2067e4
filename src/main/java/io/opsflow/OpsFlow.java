package io.opsflow;

import io.opsflow.platform.StartChecks;
import java.util.TimeZone;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The program. */
@SpringBootApplication
public class OpsFlow {

    /** Starts OpsFlow; the arguments are Spring Boot's. */
    public static void main(String[] arguments) {
        // Before anything reads a clock: engine and domain write the same zone into the database.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        new SpringApplicationBuilder(OpsFlow.class)
                .initializers(new StartChecks())
                .run(arguments);
    }
}
