package io.opsflow.assets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.assets.MoveDetails;
import io.opsflow.assets.MoveKey;
import io.opsflow.assets.MoveStatus;
import io.opsflow.assets.MoveWork;
import io.opsflow.assets.Moves;
import io.opsflow.attachments.Attachments;
import io.opsflow.design.Ago;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.KeyValues;
import io.opsflow.design.ObjectPreview;
import io.opsflow.design.TaskAid;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.People;
import java.util.List;
import java.util.Optional;

/** What the inbox shows of a move beside its tasks: what goes where and why, its photos, and the camera on site. */
@org.springframework.stereotype.Component
class MoveSight implements ObjectPreview, TaskAid {

    private static final String ON_SITE = "carry_out";

    private final Moves moves;
    private final MoveWork work;
    private final Attachments attachments;
    private final People people;
    private final Texts texts;

    MoveSight(Moves moves, MoveWork work, Attachments attachments, People people, Texts texts) {
        this.moves = moves;
        this.work = work;
        this.attachments = attachments;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public Optional<Preview> of(String key) {
        if (!MoveKey.isKey(key) || !Actor.may(Permissions.ASSETS_VIEW)) {
            return Optional.empty();
        }
        MoveDetails move = moves.get(MoveKey.of(key));
        Span line = new Span(
                new Span(I18NProvider.translate("assets.move.asked-by", people.nameOf(move.requester())) + " "),
                Ago.of(move.createdAt()));
        line.addClassName("ops-muted");
        Div body = new Div(facts(move));
        body.addClassName("ops-stack");
        if (move.status() == MoveStatus.PENDING_CONFIRMATION) {
            body.add(panel(move.key()));
        }
        return Optional.of(new Preview(List.of(chip(move.status())), line, body));
    }

    @Override
    public Optional<Component> of(String key, String action) {
        return MoveKey.isKey(key) && action.equals(ON_SITE) && Actor.may(Permissions.ASSETS_VIEW)
                ? Optional.of(panel(MoveKey.of(key)))
                : Optional.empty();
    }

    MovePanel panel(MoveKey key) {
        return new MovePanel(key, moves, work, attachments, people, texts);
    }

    static Chip chip(MoveStatus status) {
        Tone tone =
                switch (status) {
                    case PENDING_APPROVAL, PENDING_CONFIRMATION -> Tone.WAIT;
                    case ON_SITE -> Tone.WORK;
                    case MOVED -> Tone.GOOD;
                    case REFUSED -> Tone.BAD;
                    case CANCELLED -> Tone.CALM;
                };
        return Chip.of(I18NProvider.translate("assets.status." + status.code()), tone);
    }

    static Card facts(MoveDetails move) {
        return new Card(
                I18NProvider.translate("assets.facts"),
                new KeyValues()
                        .fact(
                                AssetWords.label("asset_number"),
                                new Anchor(AssetRoutes.server(move.serverId()), move.assetNumber()))
                        .fact(I18NProvider.translate("assets.move.from"), move.from())
                        .fact(I18NProvider.translate("assets.move.to"), move.to())
                        .fact(AssetWords.label("reason"), move.reason())
                        .fact(I18NProvider.translate("assets.move.remark"), move.remark()));
    }
}
