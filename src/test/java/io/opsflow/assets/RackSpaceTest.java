package io.opsflow.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RackSpaceTest {

    @ParameterizedTest
    @CsvSource({
        "10, 4, BOTH, '1 7'", // 5-6 and nothing behind 10
        "10, 5, BOTH, ''",
        "11, 5, BOTH, '7'",
        "10, 1, FRONT, '1 2 3 4 7 8 9 10'",
        "10, 1, REAR, '1 2 3 4 5 6 7 8 9 10'",
        "10, 4, REAR, '1 5'",
        "10, 11, REAR, ''"
    })
    void free_places_are_the_lowest_that_do_not_overlap(int rack, int height, Face face, String places) {
        RackSpace space = space(rack, null, server(5, 2, Face.FRONT, 100));
        assertThat(space.free(height, null, face).stream()
                        .map(String::valueOf)
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""))
                .isEqualTo(places);
    }

    @Test
    void a_rack_without_power_has_no_place() {
        RackSpace space = space(10, 500, server(1, 1, Face.BOTH, 400));
        assertThat(space.free(1, 101, Face.BOTH)).isEmpty();
        assertThat(space.free(1, 100, Face.BOTH)).hasSize(9);
        assertThat(space.free(1, null, Face.BOTH)).hasSize(9);
    }

    @Test
    void what_stands_there_is_not_in_its_own_way() {
        Occupant self = server(5, 2, Face.BOTH, 400);
        RackSpace space = space(10, 500, self);
        assertThat(space.objection(new Placement(1, 6, 2, Face.BOTH), 500, self::equals))
                .isEmpty();
        assertThat(space.objection(new Placement(1, 6, 2, Face.BOTH), 500, other -> false))
                .isPresent();
    }

    private static RackSpace space(int height, @org.jspecify.annotations.Nullable Integer power, Occupant... there) {
        return new RackSpace(1, "A", height, power, new ArrayList<>(List.of(there)));
    }

    private static Occupant server(int u, int height, Face face, int power) {
        return new Occupant(Occupant.Kind.SERVER, 1, "S", u, height, face, power);
    }
}
