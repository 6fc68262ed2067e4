package io.opsflow.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.accounts.Notices;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.People;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes messages and words them: what is kept is a key and what fills its places, so that everybody reads them in their
 * own language and zone, also after changing both.
 */
@Component
class Notifications implements Notices {

    private static final String TIME = "time";
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final NotificationRepository table;
    private final People people;
    private final Texts texts;
    private final ObjectMapper json;
    private final Clock clock;

    Notifications(NotificationRepository table, People people, Texts texts, ObjectMapper json, Clock clock) {
        this.table = table;
        this.people = people;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(String username, String messageKey, List<Object> args, @Nullable String link) {
        if (!isOwnDoing(username) && people.find(username).isPresent()) {
            table.save(new NotificationRow(username, messageKey, written(args), link, clock.instant()));
        }
    }

    /** What the system does in somebody's click is that person's doing; what is done for an absent person is not theirs. */
    private static boolean isOwnDoing(String username) {
        if (!Actor.isSignedIn()) {
            return false;
        }
        Actor actor = Actor.current();
        return username.equals(actor.isSystem() ? actor.onBehalfOf() : actor.name());
    }

    /** The sentence for whoever is signed in. */
    String sentence(NotificationRow row, Locale locale) {
        Object[] args = read(row.args(), locale);
        try {
            return texts.get(locale, row.messageKey(), args);
        } catch (NoSuchMessageException older) {
            return row.messageKey(); // written by a version that had this text
        }
    }

    private String written(List<Object> args) {
        try {
            return json.writeValueAsString(args.stream()
                    .map(arg -> arg instanceof Instant time ? Map.of(TIME, time.toString()) : arg.toString())
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // texts
        }
    }

    private Object[] read(String args, Locale locale) {
        List<Object> read = new ArrayList<>();
        for (JsonNode arg : tree(args)) {
            String text = arg.asText();
            read.add(
                    arg.has(TIME)
                            ? FORMAT.format(
                                    Instant.parse(arg.get(TIME).asText()).atZone(people.zone()))
                            : text.startsWith("@") ? word(locale, text) : text);
        }
        return read.toArray();
    }

    /** The text that is named; somebody may also be called like this. */
    private String word(Locale locale, String named) {
        try {
            return texts.get(locale, named.substring(1));
        } catch (NoSuchMessageException name) {
            return named;
        }
    }

    private JsonNode tree(String args) {
        try {
            return json.readTree(args);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // what written() wrote
        }
    }
}
