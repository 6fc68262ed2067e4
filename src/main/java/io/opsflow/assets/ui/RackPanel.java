package io.opsflow.assets.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.MoveDetails;
import io.opsflow.assets.Moves;
import io.opsflow.assets.RackLook;
import io.opsflow.design.Banner;
import io.opsflow.design.Go;
import io.opsflow.design.Tone;
import java.util.List;

/** The parts that the pages of rooms and racks share: drawings one can work in, the colours' switch, servers on their way. */
@SpringComponent
class RackPanel {

    private final Elevations elevations;
    private final Moves moves;
    private final RackWork work;

    RackPanel(Elevations elevations, Moves moves, RackWork work) {
        this.elevations = elevations;
        this.moves = moves;
        this.work = work;
    }

    /** Drawings of racks; who may, works in them. */
    RackPictures pictures(String name, List<Elevation> racks, List<Face> sides, RackLook look, Runnable changed) {
        RackPictures pictures = new RackPictures(elevations, name);
        pictures.show(racks, sides, look, open(racks));
        pictures.onWish(wish -> work.drop(wish, changed), wish -> work.reserve(wish, changed));
        return pictures;
    }

    /** Switches between the colours of how servers are and of what they do. */
    static Button colours(RackQuery query, String path) {
        return new Button(
                I18NProvider.translate(query.byRole() ? "assets.colour.status" : "assets.colour.role"),
                click -> Go.to(query.byRole(!query.byRole()).at(path)));
    }

    /** A line for each server on its way out of these racks, or into them. */
    List<Banner> moving(List<Elevation> racks) {
        return open(racks).stream().map(RackPanel::banner).toList();
    }

    private List<MoveDetails> open(List<Elevation> racks) {
        return moves.openAt(racks.stream().map(Elevation::rackId).toList());
    }

    private static Banner banner(MoveDetails move) {
        return Banner.of(
                Tone.WORK,
                new Span(
                        new Anchor(AssetRoutes.server(move.serverId()), move.assetNumber()),
                        new Text(" "),
                        new Text(I18NProvider.translate(
                                "assets.moving",
                                move.key().toString(),
                                move.from(),
                                move.to(),
                                I18NProvider.translate(
                                        "assets.status." + move.status().code())))));
    }
}
