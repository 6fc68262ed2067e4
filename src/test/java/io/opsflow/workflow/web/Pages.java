package io.opsflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.workflow.web.Caller.Answer;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser in which somebody has signed in to OpsFlow and opened Cockpit: its cookies and its token. */
final class Pages {

    static final String COCKPIT = "/camunda/app/cockpit/default/";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final Caller caller;
    private final Map<String, String> cookies = new TreeMap<>();

    Pages(Caller caller, String user) {
        this.caller = caller;
        Matcher token = TOKEN.matcher(get("/login").text());
        assertThat(token.find()).as("the sign-in page has a token").isTrue();
        Answer signedIn = take(caller.send(caller.to("/login")
                .header("Cookie", cookies())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + user + "123&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))));
        assertThat(signedIn.header("Location")).as("signed in").hasValueSatisfying(to -> assertThat(to)
                .endsWith("/home"));
        get(COCKPIT);
    }

    Answer get(String path) {
        return take(caller.send(caller.to(path)
                .header("Accept", "text/html,application/json")
                .header("Cookie", cookies())
                .GET()));
    }

    /** With the token that the pages themselves send along. */
    Answer send(HttpRequest.Builder request) {
        return take(caller.send(
                request.header("Cookie", cookies()).header("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""))));
    }

    /** As a foreign page could make the browser do it. */
    Answer sendWithoutToken(HttpRequest.Builder request) {
        return take(caller.send(request.header("Cookie", cookies())));
    }

    private Answer take(Answer answer) {
        answer.response().headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return answer;
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
