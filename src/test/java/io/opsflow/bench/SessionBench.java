package io.opsflow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.testing.RunningProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person at a screen takes of the product's memory: signed in, the inbox in one tab and a ticket in another. */
final class SessionBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private final RunningProduct product;

    SessionBench(RunningProduct product) {
        this.product = product;
    }

    Map<String, Object> run(int sessions) {
        String ticket = product.call("supervisor", "GET", "/tickets?size=1", null)
                .ok()
                .path("items")
                .path(0)
                .path("key")
                .asText();
        // The first ones bring classes and caches that belong to nobody.
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            visit(ticket);
        }
        long before = liveBytes();
        for (int session = 0; session < sessions; session++) {
            visit(ticket);
        }
        long after = liveBytes();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("sessions", sessions);
        result.put("pages_of_each", List.of("inbox", "tickets/" + ticket));
        result.put("heap_kb_per_session", (after - before) / 1024 / sessions);
        result.put("heap_mb_before", before / 1024 / 1024);
        result.put("resident_mb_after", Machine.residentMegabytes(product.process()));
        return result;
    }

    private void visit(String ticket) {
        Browser browser = new Browser();
        browser.signIn("supervisor");
        browser.open("inbox");
        browser.open("tickets/" + ticket);
    }

    /** The heap after a collection: what the table of its classes sums up to. */
    private long liveBytes() {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(product.process()),
                            "GC.class_histogram")
                    .start();
            Matcher total = TOTAL.matcher(new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            if (!total.find()) {
                throw new IllegalStateException("jcmd tells no total");
            }
            return Long.parseLong(total.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says over HTTP what a browser with Flow's client would say, and keeps nothing but the cookie. */
    private final class Browser {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        void signIn(String user) {
            Matcher token = TOKEN.matcher(get("/login"));
            if (!token.find()) {
                throw new IllegalStateException("the sign-in page has no token");
            }
            String form = "username=" + user + "&password=" + user + "123&_csrf="
                    + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
            send(HttpRequest.newBuilder(uri("/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        /** A new tab: its page, its first answer, and the navigation that the client asks for. */
        void open(String route) {
            JsonNode first =
                    json(get("/?v-r=init&location=" + URLEncoder.encode(route, StandardCharsets.UTF_8) + "&query="));
            JsonNode config = first.path("appConfig");
            JsonNode uidl = config.path("uidl");
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("route", route);
            data.put("query", "");
            data.put("appShellTitle", "");
            data.put("historyState", null);
            data.put("trigger", "");
            Map<String, Object> navigation = Map.of("type", "event", "node", 1, "event", "ui-navigate", "data", data);
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("csrfToken", uidl.path("Vaadin-Security-Key").asText());
            request.put("rpc", List.of(navigation));
            request.put("syncId", uidl.path("syncId").asInt());
            request.put("clientId", 0);
            String answer = send(HttpRequest.newBuilder(
                            uri("/?v-r=uidl&v-uiId=" + config.path("v-uiId").asInt()))
                    .header("Content-Type", "application/json; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(text(request))));
            if (!answer.contains("ops-")) {
                throw new IllegalStateException("no page at " + route + ": " + answer);
            }
        }

        private String get(String path) {
            return send(HttpRequest.newBuilder(uri(path)));
        }

        private String send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(response.statusCode() + " at " + response.uri());
                }
                return response.body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private URI uri(String path) {
        return URI.create(product.url() + path);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<String, Object> message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
