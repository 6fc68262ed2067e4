package io.opsflow.assets.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import io.opsflow.assets.Face;
import io.opsflow.assets.Placement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How racks are looked at, as the page's address tells it.
 *
 * @param byRole whether colours tell what servers do
 * @param side   from which side a row is seen
 * @param beside another rack to be shown beside
 * @param marked a place that is looked for
 */
record RackQuery(boolean byRole, Face side, @Nullable Long beside, @Nullable Placement marked) {

    static RackQuery of(BeforeEnterEvent event, @Nullable Long rackId) {
        QueryParameters told = event.getLocation().getQueryParameters();
        Long u = number(told, "u");
        Long height = number(told, "height");
        return new RackQuery(
                told.getSingleParameter("colour").filter("role"::equals).isPresent(),
                told.getSingleParameter("face").filter("rear"::equals).isPresent() ? Face.REAR : Face.FRONT,
                number(told, "beside"),
                rackId == null || u == null
                        ? null
                        : new Placement(rackId, u.intValue(), height == null ? 1 : height.intValue(), face(told)));
    }

    /** The way to a place in a rack. */
    static String to(Placement place) {
        return AssetRoutes.rack(place.rackId()) + "?u=" + place.positionU() + "&height=" + place.heightU() + "&face="
                + place.face().code();
    }

    private static Face face(QueryParameters told) {
        return told.getSingleParameter("face")
                .filter(code -> Face.SIDES.stream().anyMatch(side -> side.code().equals(code)))
                .map(Face::of)
                .orElse(Face.BOTH);
    }

    static @Nullable Long number(QueryParameters told, String name) {
        return Optional.ofNullable(told.getSingleParameter(name).orElse(null))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    RackQuery byRole(boolean role) {
        return new RackQuery(role, side, beside, marked);
    }

    RackQuery from(Face other) {
        return new RackQuery(byRole, other, beside, marked);
    }

    RackQuery beside(@Nullable Long other) {
        return new RackQuery(byRole, side, other, marked);
    }

    /** The same look at a page. */
    String at(String path) {
        Map<String, String> told = new LinkedHashMap<>();
        if (byRole) {
            told.put("colour", "role");
        }
        if (side == Face.REAR) {
            told.put("face", side.code());
        }
        if (beside != null) {
            told.put("beside", beside.toString());
        }
        return told.isEmpty() ? path : path + "?" + QueryParameters.simple(told).getQueryString();
    }
}
