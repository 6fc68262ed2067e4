package io.opsflow.assets;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What stands where in one rack, and what else may. */
final class RackSpace {

    private final long rackId;
    private final String name;
    private final int heightU;
    private final @Nullable Integer powerLimitW;
    private final List<Occupant> occupants;

    RackSpace(long rackId, String name, int heightU, @Nullable Integer powerLimitW, Collection<Occupant> occupants) {
        this.rackId = rackId;
        this.name = name;
        this.heightU = heightU;
        this.powerLimitW = powerLimitW;
        this.occupants = new ArrayList<>(occupants);
    }

    /**
     * Why something cannot stand somewhere; empty when it can.
     *
     * @param self what it is, if it stands or is awaited here already: it is not in its own way
     */
    Optional<DomainError> objection(Placement place, @Nullable Integer powerW, Predicate<Occupant> self) {
        if (place.positionU() < 1 || place.topU() > heightU) {
            return Optional.of(outside(place));
        }
        Optional<Occupant> there = occupants.stream()
                .filter(self.negate())
                .filter(occupant -> occupant.overlaps(place))
                .findFirst();
        if (there.isPresent()) {
            return there.map(occupant -> new UnitsTaken(name, place, occupant));
        }
        int more = powerW == null ? 0 : powerW;
        int used = occupants.stream()
                .filter(self.negate())
                .mapToInt(Occupant::powerW)
                .sum();
        return powerLimitW != null && more > 0 && used + more > powerLimitW
                ? Optional.of(new PowerExceeded(name, powerLimitW, used, more))
                : Optional.empty();
    }

    private InvalidInput outside(Placement place) {
        return new InvalidInput(List.of(
                new FieldError("position_u", "outside-rack", List.of(place.positionU(), place.topU(), name, heightU))));
    }

    /** It stands there from now on; whatever it was here before is gone. */
    void put(Occupant occupant, Predicate<Occupant> self) {
        occupants.removeIf(self);
        occupants.add(occupant);
    }

    void remove(Predicate<Occupant> self) {
        occupants.removeIf(self);
    }

    /** Where something of a size may stand, the lowest place first: each free stretch's lowest position. */
    List<Integer> free(int height, @Nullable Integer powerW, Face face) {
        List<Integer> found = new ArrayList<>();
        for (int u = 1; u + height - 1 <= heightU; u++) {
            Placement place = new Placement(rackId, u, height, face);
            if (objection(place, powerW, occupant -> false).isEmpty()) {
                found.add(u);
                u += height - 1;
            }
        }
        return found;
    }

    /** The highest unit that is taken; 0 in an empty rack. */
    int highest() {
        return occupants.stream().mapToInt(Occupant::topU).max().orElse(0);
    }

    /** How many units are taken on either face. */
    int usedU() {
        return (int) occupants.stream()
                .flatMapToInt(occupant -> IntStream.rangeClosed(occupant.positionU(), occupant.topU()))
                .distinct()
                .count();
    }

    int servers() {
        return (int) occupants.stream()
                .filter(occupant -> occupant.kind() == Occupant.Kind.SERVER)
                .count();
    }

    int usedW() {
        return occupants.stream().mapToInt(Occupant::powerW).sum();
    }

    List<Occupant> occupants() {
        return List.copyOf(occupants);
    }

    long rackId() {
        return rackId;
    }

    String name() {
        return name;
    }

    int heightU() {
        return heightU;
    }

    @Nullable
    Integer powerLimitW() {
        return powerLimitW;
    }
}
