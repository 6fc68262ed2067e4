package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.opsflow.assets.Face;
import io.opsflow.assets.FactFields;
import io.opsflow.assets.MoveOrder;
import io.opsflow.assets.MoveOutcome;
import io.opsflow.assets.Moves;
import io.opsflow.assets.Placement;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.Racks;
import io.opsflow.assets.ReservationFacts;
import io.opsflow.assets.Reservations;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.Servers;
import io.opsflow.design.Attempt;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of a server that was dropped somewhere in the drawings, and of units that were marked in them. */
@SpringComponent
class RackWork {

    private final Racks racks;
    private final Servers servers;
    private final Moves moves;
    private final Reservations reservations;
    private final FactFields fields;
    private final Texts texts;

    RackWork(Racks racks, Servers servers, Moves moves, Reservations reservations, FactFields fields, Texts texts) {
        this.racks = racks;
        this.servers = servers;
        this.moves = moves;
        this.reservations = reservations;
        this.fields = fields;
        this.texts = texts;
    }

    /** What nobody depends on stands there at once, and can be put back; what is in use asks for a reason first. */
    void drop(RackWish wish, Runnable done) {
        ServerDetails server = servers.get(wish.first());
        MoveOrder order = new MoveOrder(wish.second(), wish.third(), wish.face(), null);
        if (server.facts().status().isInUse()) {
            ask(server, order, done);
        } else {
            moveAtOnce(server, order, done);
        }
    }

    private void moveAtOnce(ServerDetails server, MoveOrder order, Runnable done) {
        String name = server.facts().assetNumber();
        boolean moved = attempt(() -> moves.request(server.id(), order));
        done.run(); // also when it was refused: then the racks are not what was seen
        if (moved) {
            server.facts()
                    .placement()
                    .ifPresent(from ->
                            Notice.done(t("assets.drag.done", name, place(order)), t("assets.drag.undo"), () -> {
                                if (attempt(() -> moves.request(server.id(), back(from)))) {
                                    done.run();
                                    Notice.done(t("assets.drag.undone", name));
                                }
                            }));
        }
    }

    private boolean attempt(Runnable work) {
        return Attempt.anyhow(work, reason -> Notice.failed(texts.of(Formats.locale(), reason)));
    }

    private static MoveOrder back(Placement from) {
        return new MoveOrder(from.rackId(), from.positionU(), from.face(), t("assets.drag.undo"));
    }

    private void ask(ServerDetails server, MoveOrder order, Runnable done) {
        String name = server.facts().assetNumber();
        FactsForm form = new FactsForm(texts).area("reason");
        AssetDialog dialog =
                AssetDialog.add(texts, t("assets.drag.ask", name, place(order)), form, Map.of(), values -> {
                    MoveOutcome outcome = moves.request(
                            server.id(), new MoveOrder(order.rackId(), order.positionU(), order.face(), (String)
                                    values.get("reason")));
                    done.run();
                    return outcome.move() == null
                            ? t("assets.move.done", name)
                            : t("assets.move.asked", name, outcome.move().key().toString());
                });
        dialog.addComponentAsFirst(new Paragraph(
                t("assets.drag.ask.hint", AssetWords.word(server.facts().status()))));
        dialog.open();
    }

    /** Units that were marked; the rest is asked for. */
    void reserve(RackWish wish, Runnable done) {
        reserve(
                racks.get(wish.first()),
                Math.toIntExact(Math.min(wish.second(), 100)),
                wish.third(),
                wish.face(),
                done);
    }

    private void reserve(RackDetails rack, int positionU, int heightU, Face face, Runnable done) {
        FactsForm form = new FactsForm(texts)
                .text("owner")
                .day("until")
                .number("position_u", "height_u")
                .choice("face", AssetWords.faces())
                .number("power_w")
                .area("reason");
        Map<String, @Nullable Object> marked = new LinkedHashMap<>();
        marked.put("position_u", positionU);
        marked.put("height_u", heightU);
        marked.put("face", face.code());
        String title = t("assets.reserve.title", rack.facts().name());
        AssetDialog.add(texts, title, form, marked, values -> {
                    reservations.add(rack.id(), fields.facts(values, ReservationFacts.class));
                    done.run();
                    return t("assets.reserve.done", rack.facts().name());
                })
                .open();
    }

    private String place(MoveOrder order) {
        Face face = order.face() == null ? Face.BOTH : order.face();
        return racks.get(order.rackId()).facts().name() + " · U" + order.positionU() + " · " + AssetWords.word(face);
    }

    private static String t(String key, Object... args) {
        return I18NProvider.translate(key, args);
    }
}
