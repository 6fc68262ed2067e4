package io.opsflow;

import io.opsflow.cli.Commands;
import io.opsflow.platform.StartChecks;
import java.util.Arrays;
import java.util.TimeZone;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The program. */
@SpringBootApplication
public class OpsFlow {

    /** Does the command that the arguments are; otherwise starts the server, and the arguments are Spring Boot's. */
    public static void main(String[] arguments) {
        // Before anything reads a clock: engine and domain write the same zone into the database.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (Commands.areMeant(arguments)) {
            System.exit(Commands.run(arguments));
        }
        String[] settings = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--"))
                .toArray(String[]::new);
        new SpringApplicationBuilder(OpsFlow.class)
                .initializers(new StartChecks())
                .run(settings);
    }
}
