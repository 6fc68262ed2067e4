package io.opsflow.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import java.util.List;
import java.util.Map;

/**
 * The fields that a path of older clients calls differently from ours.
 *
 * @param renamed  what a body may call it, and what we call it
 * @param repeated what we call it, and what an answer calls it as well
 * @param people   whether it is about people, who have one of four roles there
 */
record OlderFields(Map<String, String> renamed, Map<String, String> repeated, boolean people) {

    static final OlderFields SAME = new OlderFields(Map.of(), Map.of(), false);

    /** There, {@code admin} is who reviews. Nobody becomes an administrator of this system by these paths. */
    private static final Map<String, String> ROLES =
            Map.of("user", "REQUESTER", "admin", "SUPERVISOR", "manager", "PROJECT_MANAGER", "employee", "ENGINEER");

    private static final List<String> NOT_THERE = List.of("roles", "groups");

    static OlderFields renamed(Map<String, String> renamed) {
        return new OlderFields(renamed, Map.of(), false);
    }

    /** Whether a body can differ at all. */
    boolean changesBodies() {
        return people || !renamed.isEmpty();
    }

    boolean changesAnswers() {
        return people || !repeated.isEmpty();
    }

    /**
     * A body in our words.
     *
     * @param adds whether it adds something; older clients know no real names, so somebody new is called by the user name
     * @throws InvalidInput a role is none of the four, or roles and groups are told in our way
     */
    void translate(ObjectNode body, boolean adds) {
        renamed.forEach((theirs, ours) -> {
            if (body.has(theirs) && !body.has(ours)) {
                body.set(ours, body.remove(theirs));
            }
        });
        if (people) {
            List<FieldError> ours = NOT_THERE.stream()
                    .filter(body::has)
                    .map(field -> new FieldError(field, "use-role", List.of()))
                    .toList();
            if (!ours.isEmpty()) {
                throw new InvalidInput(ours);
            }
            if (body.has("role")) {
                JsonNode role = body.remove("role");
                body.putArray("roles").add(role(role.isTextual() ? role.asText() : ""));
            }
            if (adds && body.has("username") && !body.has("real_name")) {
                body.set("real_name", body.get("username"));
            }
        }
    }

    /**
     * A search in our words.
     *
     * @throws InvalidInput a role is none of the four
     */
    void translate(OlderCall call) {
        String role = call.getParameter("role");
        if (people && role != null) {
            call.put("role", role(role));
        }
    }

    private static String role(String theirs) {
        String ours = ROLES.get(theirs);
        if (ours == null) {
            throw new InvalidInput("role", "unknown-value", List.of("user", "admin", "manager", "employee"));
        }
        return ours;
    }

    /** An answer in their words beside ours. */
    void repeat(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            repeated.forEach((ours, theirs) -> {
                if (object.has(ours)) {
                    object.set(theirs, object.get(ours));
                }
            });
            if (people && object.get("roles") instanceof ArrayNode roles) {
                ROLES.forEach((theirs, ours) -> roles.forEach(role -> {
                    if (ours.equals(role.asText())) {
                        object.put("role", theirs);
                    }
                }));
            }
            repeat(object.path("items"));
        } else if (answer instanceof ArrayNode list) {
            list.forEach(this::repeat);
        }
    }
}
