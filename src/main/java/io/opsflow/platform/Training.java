package io.opsflow.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Opens the first pages and ends the program: the Java virtual machine then writes down which classes that took, and the
 * next start need not look for them. The build does this once for every new jar.
 */
final class Training implements ApplicationListener<ApplicationReadyEvent> {

    private static final List<String> PAGES = List.of(
            "/",
            "/?v-r=init&location=&query=",
            "/login",
            "/?v-r=init&location=login&query=",
            "/actuator/health/readiness",
            "/api/v1/tickets");

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port");
        HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new CookieManager())
                .build();
        for (String page : PAGES) {
            open(browser, URI.create("http://127.0.0.1:" + port + page));
        }
        Thread end = new Thread(() -> System.exit(SpringApplication.exit(ready.getApplicationContext())), "end");
        end.start();
    }

    private static void open(HttpClient browser, URI page) {
        try {
            browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
