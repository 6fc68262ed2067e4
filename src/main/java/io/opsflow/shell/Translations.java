package io.opsflow.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives the screens their texts from the one message source. Chinese is what somebody sees who asks for another. */
@Component
class Translations implements I18NProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

    private final MessageSource messages;

    Translations(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    }

    @Override
    public String getTranslation(String key, @Nullable Locale locale, Object... params) {
        String text = messages.getMessage(
                key, params, null, locale == null ? getProvidedLocales().get(0) : locale);
        if (text == null) {
            LOG.warn("No text for {} in {}", key, locale);
            return key;
        }
        return text;
    }
}
