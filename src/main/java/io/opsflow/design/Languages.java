package io.opsflow.design;

import com.vaadin.flow.component.UI;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the product, each by its own name, and the cookie that keeps a choice made before signing in. */
public final class Languages {

    private static final String COOKIE = "opsflow-language";

    /** In the order in which they are offered. */
    public static final List<Locale> ALL = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private Languages() {}

    /** What the language calls itself. */
    public static String name(Locale locale) {
        return isChinese(locale) ? "中文" : "English";
    }

    /** As it stands in the page's {@code lang}. */
    public static String tag(Locale locale) {
        return isChinese(locale) ? "zh-CN" : "en";
    }

    /** Whether a reader of this language is served in Chinese. */
    public static boolean isChinese(Locale locale) {
        return "zh".equals(locale.getLanguage());
    }

    /** The choice that the browser remembers. */
    public static Optional<Locale> chosen(Cookie @Nullable [] cookies) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(cookie -> cookie.getValue().startsWith("zh") ? ALL.get(0) : ALL.get(1))
                        .findFirst();
    }

    /** Keeps the language for pages that come after the session has ended. */
    public static Cookie cookie(Locale locale) {
        Cookie cookie = new Cookie(COOKIE, tag(locale));
        cookie.setPath("/");
        cookie.setMaxAge(31_536_000);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** The page is made anew in another language; the browser remembers it. */
    public static void switchTo(UI ui, Locale locale) {
        ui.getSession().setLocale(locale);
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'; location.reload()",
                        COOKIE,
                        tag(locale));
    }
}
