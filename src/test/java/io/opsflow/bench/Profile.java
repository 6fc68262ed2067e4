package io.opsflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Whose code the processor runs, and on whose behalf: samples of the clients' and the job executor's stacks. */
final class Profile {

    /** Whose a class is, by the beginning of its name; the first that fits. */
    private static final Map<String, String> OWNERS = owners();

    private static final String UNKNOWN = "java";
    private static final List<String> DATABASE = List.of("database driver", "connection pool");

    private Profile() {}

    private static Map<String, String> owners() {
        Map<String, String> owners = new LinkedHashMap<>();
        owners.put("org.camunda.", "engine");
        owners.put("org.apache.ibatis.", "engine");
        owners.put("org.hibernate.", "hibernate");
        owners.put("com.mysql.", "database driver");
        owners.put("org.h2.", "database driver");
        owners.put("com.zaxxer.", "connection pool");
        owners.put("net.ttddyy.", "the benchmark");
        owners.put("io.opsflow.bench.", "the benchmark");
        owners.put("org.springframework.jdbc.", "spring: jdbc of the inbox");
        owners.put("org.springframework.security.", "spring: security");
        owners.put("org.springframework.transaction.", "spring: transactions");
        owners.put("org.springframework.orm.", "spring: transactions");
        owners.put("org.springframework.data.", "spring: repositories");
        owners.put("org.springframework.", "spring: proxies and the rest");
        owners.put("io.opsflow.", "opsflow");
        owners.put("com.vaadin.", "vaadin");
        return owners;
    }

    static Map<String, Object> during(Runnable work) {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.enable("jdk.NativeMethodSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            work.run();
            recording.stop();
            Path file = Files.createTempFile("opsflow", ".jfr");
            try {
                recording.dump(file);
                return shares(RecordingFile.readAllEvents(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> shares(List<RecordedEvent> samples) {
        Map<String, Integer> running = new TreeMap<>();
        Map<String, Integer> behalf = new TreeMap<>();
        samples.stream()
                // A thread that waits in native code for the database takes no processor time.
                .filter(sample -> sample.getEventType().getName().equals("jdk.ExecutionSample"))
                .filter(sample -> sample.getStackTrace() != null && isAtWork(sample))
                .forEach(sample -> {
                    List<RecordedFrame> frames = sample.getStackTrace().getFrames();
                    running.merge(owner(frames, false), 1, Integer::sum);
                    behalf.merge(owner(frames, true), 1, Integer::sum);
                });
        Map<String, Object> shares = new LinkedHashMap<>();
        shares.put(
                "samples", running.values().stream().mapToInt(Integer::intValue).sum());
        shares.put("whose_code_runs", percent(running));
        shares.put("on_whose_behalf", percent(behalf));
        return shares;
    }

    private static boolean isAtWork(RecordedEvent sample) {
        String thread = sample.getThread("sampledThread").getJavaName();
        return thread != null && (thread.startsWith("client") || thread.contains("camunda") || thread.contains("Job"));
    }

    /** The innermost class that is somebody's; with behalf, whoever called the database. */
    private static String owner(List<RecordedFrame> frames, boolean behalf) {
        boolean commits = false;
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            String name = frame.getMethod().getName();
            commits |= type.startsWith("com.zaxxer.") && (name.equals("commit") || name.equals("rollback"));
            if (behalf && commits) {
                return "commit";
            }
            String owner = owner(type);
            if (!owner.equals(UNKNOWN) && !(behalf && DATABASE.contains(owner))) {
                return owner;
            }
        }
        return UNKNOWN;
    }

    private static String owner(String type) {
        return OWNERS.entrySet().stream()
                .filter(owner -> type.startsWith(owner.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Map<String, Object> percent(Map<String, Integer> counts) {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Object> percent = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(count -> percent.put(count.getKey(), Math.round(1000 * count.getValue() / all) / 10.0));
        return percent;
    }
}
