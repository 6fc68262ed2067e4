package io.opsflow.assets;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Validation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be said about a server without looking at any other: whether its fields are what they should be. */
final class ServerRules {

    private static final int ADDRESSES = 32;
    private static final int TAGS = 32;
    private static final int TAG = 50;
    static final int LAST_YEAR = 2199;

    private final Validation validation;
    private final Map<String, CustomFieldFacts> own;

    ServerRules(Validation validation, List<CustomFieldFacts> own) {
        this.validation = validation;
        this.own = own.stream().collect(Collectors.toMap(CustomFieldFacts::name, Function.identity()));
    }

    /** What is wrong, if anything. */
    List<FieldError> errors(ServerFacts facts) {
        List<FieldError> errors = new ArrayList<>(validation.errors(facts));
        place(facts, errors);
        address("management_address", facts.managementAddress(), errors);
        if (facts.addresses().size() > ADDRESSES) {
            errors.add(new FieldError("addresses", "too-many", List.of(ADDRESSES)));
        }
        facts.addresses().forEach(address -> address("addresses", address, errors));
        tags(facts.tags(), errors);
        date("purchased_on", facts.purchasedOn(), errors);
        date("warranty_until", facts.warrantyUntil(), errors);
        date("lease_until", facts.leaseUntil(), errors);
        if (facts.purchasedOn() != null
                && facts.warrantyUntil() != null
                && facts.warrantyUntil().isBefore(facts.purchasedOn())) {
            errors.add(new FieldError("warranty_until", "before-purchase", List.of()));
        }
        custom(facts.custom(), errors);
        return errors;
    }

    private static void place(ServerFacts facts, List<FieldError> errors) {
        Integer position = facts.positionU();
        if (facts.rackId() != null && position == null) {
            errors.add(new FieldError("position_u", "required-in-rack", List.of()));
        } else if (facts.rackId() == null && position != null) {
            errors.add(new FieldError("rack_id", "required-for-position", List.of()));
        } else if (position != null && (position < 1 || position > RackFacts.MAX_HEIGHT)) {
            errors.add(new FieldError("position_u", "number-out-of-range", List.of(1, RackFacts.MAX_HEIGHT)));
        }
    }

    private static void address(String field, @Nullable String address, List<FieldError> errors) {
        if (address != null && Addresses.canonical(address).isEmpty()) {
            errors.add(new FieldError(field, "address-malformed", List.of(address)));
        }
    }

    private static void tags(List<String> tags, List<FieldError> errors) {
        if (tags.size() > TAGS) {
            errors.add(new FieldError("tags", "too-many", List.of(TAGS)));
        }
        for (String tag : tags) {
            if (tag.length() > TAG) {
                errors.add(new FieldError("tags", "text-too-long", List.of(TAG)));
            } else if (!Validation.isStorable(tag) || !FactFields.words(tag).equals(List.of(tag))) {
                errors.add(new FieldError("tags", "tag-characters", List.of(tag)));
            }
        }
    }

    /** Other years are a slip, and some are more than a column can hold. */
    static void date(String field, @Nullable LocalDate date, List<FieldError> errors) {
        if (date != null && (date.getYear() < 1970 || date.getYear() > LAST_YEAR)) {
            errors.add(new FieldError(field, "year-unlikely", List.of(String.valueOf(date.getYear()))));
        }
    }

    private void custom(Map<String, Object> values, List<FieldError> errors) {
        values.forEach((name, value) -> {
            CustomFieldFacts field = own.get(name);
            FieldError error = field == null
                    ? new FieldError("custom." + name, "unknown-field", List.of(name, List.copyOf(own.keySet())))
                    : field.objection(value);
            if (error != null) {
                errors.add(error);
            }
        });
        own.values().stream()
                .filter(field -> field.required() && !values.containsKey(field.name()))
                .forEach(field -> errors.add(new FieldError("custom." + field.name(), "required", List.of())));
    }

    /** What the server's own fields hold, as it is kept. */
    Map<String, String> stored(ServerFacts facts) {
        Map<String, String> stored = new HashMap<>();
        facts.custom()
                .forEach((name, value) ->
                        stored.put(name, Objects.requireNonNull(own.get(name)).stored(value)));
        return stored;
    }
}
