package io.opsflow.assets;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which room and which rack a file means by a name, a code or a number. */
final class Whereabouts {

    private final Map<String, Long> rooms = new HashMap<>();
    private final Map<Long, String> codes = new HashMap<>();
    private final Map<String, Long> racks = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    Whereabouts(EntityManager entities) {
        entities.createQuery("select r.id, r.facts.name, r.codeKey, r.facts.code from Room r", Object[].class)
                .getResultStream()
                .forEach(row -> {
                    long id = (Long) row[0];
                    put(rooms, Names.key((String) row[1]), id);
                    codes.put(id, (String) row[3]);
                });
        // A code is one room's alone, and wins over another's name.
        entities.createQuery("select r.id, r.codeKey from Room r", Object[].class)
                .getResultStream()
                .forEach(row -> {
                    rooms.put((String) row[1], (Long) row[0]);
                    ambiguous.remove((String) row[1]);
                });
        entities.createQuery("select r.id, r.facts.roomId, r.nameKey from Rack r", Object[].class)
                .getResultStream()
                .forEach(row -> Stream.of(inRoom((Long) row[1], (String) row[2]), "/" + row[2])
                        .forEach(key -> put(racks, key, (Long) row[0])));
    }

    private void put(Map<String, Long> known, String key, long id) {
        if (known.putIfAbsent(key, id) != null) {
            ambiguous.add(key);
        }
    }

    /** The room with a code or a name; null when there is none, or several. */
    @Nullable
    Long room(String words) {
        String key = Names.key(words);
        return ambiguous.contains(key) ? null : rooms.get(key);
    }

    /** The rack with a name, in a room if one is given; null when there is none, or several. */
    @Nullable
    Long rack(@Nullable Long room, String words) {
        String key = room == null ? "/" + Names.key(words) : inRoom(room, Names.key(words));
        return ambiguous.contains(key) ? null : racks.get(key);
    }

    String code(long room) {
        return codes.getOrDefault(room, "");
    }

    private static String inRoom(long room, String nameKey) {
        return room + "/" + nameKey;
    }
}
