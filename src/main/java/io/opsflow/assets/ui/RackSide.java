package io.opsflow.assets.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.assets.Fullness;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.RackFacts;
import io.opsflow.assets.Reservation;
import io.opsflow.assets.Reservations;
import io.opsflow.design.Card;
import io.opsflow.design.KeyValues;
import io.opsflow.design.Table;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands beside a rack's drawing: how full it is, what is known of it, and what is kept free in it. */
final class RackSide extends Div {

    private final transient Reservations reservations;

    RackSide(RackDetails rack, Reservations reservations, Runnable changed) {
        this.reservations = reservations;
        addClassName("ops-stack");
        add(facts(rack), reserved(rack.id(), changed));
    }

    private Card facts(RackDetails rack) {
        RackFacts facts = rack.facts();
        return new Card(
                        getTranslation("assets.facts"),
                        new KeyValues()
                                .fact(
                                        getTranslation("assets.used.u"),
                                        bar(
                                                AssetWords.used(rack.usedU(), facts.heightU(), "U"),
                                                Fullness.part(rack.usedU(), facts.heightU())))
                                .fact(
                                        getTranslation("assets.used.w"),
                                        bar(
                                                AssetWords.used(rack.usedW(), facts.powerLimitW(), "W"),
                                                facts.powerLimitW() == null
                                                        ? 0
                                                        : Fullness.part(rack.usedW(), facts.powerLimitW())))
                                .fact(AssetWords.label("row"), facts.row())
                                .fact(AssetWords.label("position"), words(facts.position()))
                                .fact(AssetWords.label("width_mm"), words(facts.widthMm()))
                                .fact(AssetWords.label("owner"), facts.owner())
                                .fact(AssetWords.label("lease_until"), words(facts.leaseUntil()))
                                .fact(AssetWords.label("notes"), facts.notes()))
                .aside(new Anchor(
                        AssetRoutes.SERVERS + "?rack_id=" + rack.id(),
                        getTranslation("assets.rack.servers", String.valueOf(rack.servers()))));
    }

    private static Div bar(String words, double part) {
        Div taken = new Div();
        taken.addClassNames("asset-taken", Fullness.of(part).css());
        taken.getStyle().set("width", Math.round(100 * Math.min(1, part)) + "%");
        Div all = new Div(taken);
        all.addClassName("asset-bar");
        all.getElement().setAttribute("aria-hidden", "true"); // the words say it
        return new Div(new Span(words), all);
    }

    private static @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private Card reserved(long rack, Runnable changed) {
        List<Reservation> kept = reservations.of(rack);
        Card card = new Card(getTranslation("assets.reservations"));
        if (kept.isEmpty()) {
            Span none = new Span(getTranslation("assets.reservations.none"));
            none.addClassName("ops-dim");
            card.add(none);
            return card;
        }
        Table table = new Table(
                getTranslation("assets.reservations"),
                AssetWords.label("position_u"),
                AssetWords.label("owner"),
                AssetWords.label("until"),
                "");
        for (Reservation reservation : kept) {
            var facts = reservation.facts();
            table.row(
                    new Span("U" + facts.positionU() + "–U" + (facts.positionU() + facts.heightU() - 1) + " "
                            + AssetWords.word(facts.face())),
                    whom(reservation),
                    new Span(facts.until() == null ? "—" : facts.until().toString()),
                    release(reservation, changed));
        }
        card.add(table);
        return card;
    }

    private static Div whom(Reservation reservation) {
        Div reason = new Div();
        reason.addClassName("ops-dim");
        if (reservation.move() != null) {
            reason.add(new Anchor(
                    AssetRoutes.move(reservation.move()), reservation.move().toString()));
        } else if (reservation.facts().reason() != null) {
            reason.setText(reservation.facts().reason());
        }
        return new Div(new Span(reservation.facts().owner()), reason);
    }

    private Button release(Reservation reservation, Runnable changed) {
        Button release = new Button(getTranslation("assets.release"), click -> {
            reservations.delete(reservation.rackId(), reservation.id());
            changed.run();
        });
        release.addThemeNames("tertiary");
        // What a move keeps is free again only when the move ends.
        release.setVisible(reservation.move() == null && Actor.may(Permissions.ASSETS_MANAGE));
        return release;
    }
}
