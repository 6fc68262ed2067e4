package io.opsflow.accounts;

import io.opsflow.design.Preferences;
import io.opsflow.kernel.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of answers. Programs get what the call asks for, else what the caller has chosen; people get what they
 * have chosen, because a browser asks for its own language with every request. Chinese where nobody says anything.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
class CallerLanguage implements LocaleResolver {

    private final Preferences preferences;

    CallerLanguage(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        String path = request.getRequestURI();
        boolean program = path.startsWith("/api/") || path.startsWith("/engine-rest/");
        return (program ? asked(header).or(this::chosen) : chosen().or(() -> asked(header)))
                .orElse(Texts.LANGUAGES.get(0));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a call says its language in its header");
    }

    /** Nothing while the database is away: that must be said in some language, too. */
    private Optional<Locale> chosen() {
        try {
            return Optional.ofNullable(preferences.locale());
        } catch (DataAccessException | TransactionException e) {
            return Optional.empty();
        }
    }

    /** The first of the wanted languages that the product speaks. */
    private static Optional<Locale> asked(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        List<LanguageRange> wanted;
        try {
            wanted = LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return wanted.stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> Locale.forLanguageTag(range.getRange()))
                .flatMap(range -> Texts.LANGUAGES.stream()
                        .filter(spoken -> spoken.getLanguage().equals(range.getLanguage())))
                .findFirst();
    }
}
