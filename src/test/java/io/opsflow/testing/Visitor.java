package io.opsflow.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Somebody in front of a browser of their own. */
public final class Visitor implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Path PICTURES = Path.of("target/journey");

    private final BrowserContext context;
    private final Page page;
    private final String url;

    /** A browser window for a reader of the given language. */
    public Visitor(Browser browser, String url, String language, int width, ColorScheme colours) {
        this.url = url;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setColorScheme(colours)
                .setViewportSize(width, 860));
        this.page = context.newPage();
        page.setDefaultTimeout(30_000);
    }

    /** The browser of the lab: the system's own, nothing is downloaded. */
    public static Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(Objects.requireNonNull(System.getenv("OPSFLOW_LAB_CHROMIUM"))))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A Playwright that fetches no browsers. */
    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    public Visitor open(String path) {
        page.navigate(url + path);
        return this;
    }

    /** Signs in as a demo user, whose password is the name with 123 behind it. */
    public Visitor signIn(String user) {
        open("/login");
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(user + "123");
        page.locator("input[name=password]").press("Enter");
        page.waitForURL("**/home**");
        return this;
    }

    public Page page() {
        return page;
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Keeps a picture of the window for people to look at. */
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** What a machine can find against WCAG 2.2 AA in the page as it is now: the rules and where they are broken. */
    public List<String> obstacles() {
        // In the page itself: otherwise each result is put together in another page, for the sake of foreign frames.
        return new AxeBuilder(page)
                .withTags(WCAG).setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .limit(3)
                                        .toList())
                        .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
