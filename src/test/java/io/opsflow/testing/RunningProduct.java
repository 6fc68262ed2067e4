package io.opsflow.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** The packaged product as a process of its own, started as its users start it, on a free port. */
public final class RunningProduct implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> environment = new HashMap<>();
    private final Path data;
    private final int port;
    private @Nullable Process process;

    /** Starts it with a data folder and more settings from the environment, and waits until it answers. */
    public RunningProduct(Path data, Map<String, String> settings) {
        this.data = data;
        this.port = freePort();
        environment.put("OPSFLOW_DATA", data.toString());
        environment.put("OPSFLOW_PORT", String.valueOf(port));
        // Storms are for finding faults; a test of the limits sets them.
        environment.put("OPSFLOW_RATE_CALLER", "0");
        environment.put("OPSFLOW_RATE_ADDRESS", "0");
        environment.putAll(settings);
        start();
    }

    /** Starts it again after {@link #kill} or {@link #stop}. */
    public void start() {
        launch();
        try {
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .until(this::isReady);
        } catch (ConditionTimeoutException e) {
            kill();
            throw new IllegalStateException("the product did not start: " + output(), e);
        }
    }

    /** Starts it and kills it after a time, whether it answers by then or not; it must not have given up by itself. */
    public void startAndKill(Duration after) {
        launch();
        Process starting = Objects.requireNonNull(process);
        try {
            if (starting.waitFor(after.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the product ended: " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        kill();
    }

    private void launch() {
        ProcessBuilder builder = new ProcessBuilder(new File("opsflow").getAbsolutePath());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPSFLOW_"));
        builder.environment().putAll(environment);
        builder.directory(data.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(data.resolve("console.log").toFile()));
        try {
            Files.createDirectories(data);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut would. */
    public void kill() {
        end(true);
    }

    /** Ends it as an operator would. */
    public void stop() {
        end(false);
    }

    private void end(boolean forcibly) {
        Process running = process;
        if (running == null) {
            return;
        }
        process = null;
        if (forcibly) {
            running.destroyForcibly();
        } else {
            running.destroy();
        }
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new IllegalStateException("the product did not stop: " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException("the product ended: " + output());
        }
        try {
            return health() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The status that the readiness check answers. */
    public int health() {
        return send(
                        HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    /** Where it is, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Its process id. */
    public long process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("the product does not run");
        }
        return running.pid();
    }

    /** What it has printed. */
    public String output() {
        try {
            return Files.readString(data.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One call of the API as a demo user. */
    public Answer call(String user, String method, String path, @Nullable Object body) {
        try {
            return call(
                    user,
                    method,
                    path,
                    "application/json",
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a file as its body. */
    public Answer send(String user, String path, String type, byte[] file) {
        return call(user, "POST", path, type, HttpRequest.BodyPublishers.ofByteArray(file));
    }

    private Answer call(String user, String method, String path, String type, HttpRequest.BodyPublisher content) {
        try {
            HttpResponse<String> response = send(
                    request(user, path)
                            .header("Content-Type", type)
                            .method(method, content)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            return new Answer(
                    response.statusCode(), text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that the API gives to a demo user. */
    public byte[] file(String user, String path) {
        HttpResponse<byte[]> response = send(request(user, path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(path + ": " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String user, String path) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + user + "123").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + credentials);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the API answered.
     *
     * @param status   the HTTP status
     * @param body     the body, an empty object when there was none
     * @param response everything else
     */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {

        /** The body of an answer that must be a success. */
        public JsonNode ok() {
            if (status / 100 != 2) {
                throw new IllegalStateException(status + " " + body);
            }
            return body;
        }

        /** The codes of the actions that the caller may take next. */
        public List<String> actions() {
            return JSON.convertValue(
                    body.path("available_actions"),
                    JSON.getTypeFactory().constructCollectionType(List.class, String.class));
        }
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
