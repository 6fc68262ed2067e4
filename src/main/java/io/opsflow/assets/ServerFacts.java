package io.opsflow.assets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a server.
 *
 * @param assetNumber       the number on its label, which no other server has
 * @param serial            the maker's serial number, which no other server has
 * @param vendor            who made it
 * @param model             what the maker calls it
 * @param role              what it does
 * @param owner             whose it is
 * @param service           the service that it works for
 * @param rackId            the rack it stands in; null when it is in none
 * @param positionU         its lowest unit, 1 is at the bottom
 * @param heightU           its height in units; 1 when it is not said
 * @param face              from which side it is mounted; both when it has the full depth, or it is not said
 * @param powerW            what it draws, in watts
 * @param managementAddress where its remote management answers
 * @param addresses         where its services answer
 * @param os                its operating system
 * @param cpu               its processors
 * @param memoryGb          its memory in gigabytes
 * @param disks             its disks
 * @param purchasedOn       when it was bought
 * @param warrantyUntil     the last day of its warranty
 * @param leaseUntil        the last day for which it is leased; null when it is one's own
 * @param status            what it is at present; in stock when it is not said
 * @param tags              words to find it by
 * @param custom            what the fields hold that an administrator has added, by their names
 */
public record ServerFacts(
        @NotBlank @Size(max = 64) String assetNumber,
        @Nullable @Size(max = 100) String serial,
        @Nullable @Size(max = 100) String vendor,
        @Nullable @Size(max = 100) String model,
        @Nullable @Size(max = 100) String role,
        @Nullable @Size(max = 100) String owner,
        @Nullable @Size(max = 100) String service,
        @Nullable Long rackId,
        @Nullable Integer positionU,
        @Range(min = 1, max = 50) Integer heightU,
        @Nullable Face face,
        @Nullable @Range(min = 0, max = 100_000) Integer powerW,
        @Nullable @Size(max = 100) String managementAddress,
        List<String> addresses,
        @Nullable @Size(max = 200) String os,
        @Nullable @Size(max = 200) String cpu,
        @Nullable @Range(min = 0, max = 10_000_000) Integer memoryGb,
        @Nullable @Size(max = 500) String disks,
        @Nullable LocalDate purchasedOn,
        @Nullable LocalDate warrantyUntil,
        @Nullable LocalDate leaseUntil,
        ServerStatus status,
        List<String> tags,
        Map<String, Object> custom) {

    /** What is checked is what is stored: blanks at the ends count for nothing, addresses have one form. */
    @SuppressWarnings("NullAway") // what a call leaves out is refused by the constraints
    public ServerFacts {
        assetNumber = Names.text(assetNumber);
        serial = Names.text(serial);
        vendor = Names.text(vendor);
        model = Names.text(model);
        role = Names.text(role);
        owner = Names.text(owner);
        service = Names.text(service);
        heightU = heightU == null ? 1 : heightU;
        face = rackId == null ? null : face == null ? Face.BOTH : face;
        managementAddress = address(managementAddress);
        addresses = list(addresses).stream()
                .map(ServerFacts::address)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        os = Names.text(os);
        cpu = Names.text(cpu);
        disks = Names.text(disks);
        status = status == null ? ServerStatus.IN_STOCK : status;
        tags = List.copyOf(new TreeSet<>(
                list(tags).stream().map(Names::text).filter(Objects::nonNull).toList()));
        custom = custom == null ? Map.of() : filled(custom);
    }

    /** Where it stands; empty when it stands nowhere. */
    public Optional<Placement> placement() {
        return rackId == null || positionU == null
                ? Optional.empty()
                : Optional.of(new Placement(rackId, positionU, heightU, face == null ? Face.BOTH : face));
    }

    /**
     * Whether somebody who may depend on it would find it elsewhere, which no change of the record may bring about. A height
     * that was written down wrongly moves nothing.
     */
    boolean isMovedBy(ServerFacts after) {
        return status.isInUse()
                && placement().isPresent()
                && !standsAs(after)
                && (after.placement().isPresent() || after.status().isInUse());
    }

    private boolean standsAs(ServerFacts after) {
        return Objects.equals(rackId, after.rackId) && Objects.equals(positionU, after.positionU) && face == after.face;
    }

    private static List<String> list(@Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(Objects::nonNull).toList();
    }

    private static @Nullable String address(@Nullable String raw) {
        String text = Names.text(raw);
        return text == null ? null : Addresses.canonical(text).orElse(text);
    }

    private static Map<String, Object> filled(Map<String, Object> custom) {
        Map<String, Object> filled = new TreeMap<>(custom);
        filled.values().removeIf(value -> value == null || value.toString().isBlank());
        return Collections.unmodifiableMap(filled);
    }
}
