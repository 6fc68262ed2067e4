package io.opsflow.assets.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.opsflow.assets.MoveDetails;
import io.opsflow.assets.MoveKey;
import io.opsflow.assets.MoveStatus;
import io.opsflow.assets.MoveWork;
import io.opsflow.assets.Moves;
import io.opsflow.attachments.Attachment;
import io.opsflow.attachments.Attachments;
import io.opsflow.design.Banner;
import io.opsflow.design.Card;
import io.opsflow.design.FileList;
import io.opsflow.design.FilePick;
import io.opsflow.design.FileReception;
import io.opsflow.design.Refreshable;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.People;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done on site with a phone in the hand: scan the label, photograph the new place; and the photos there are. */
final class MovePanel extends Composite<Card> implements Refreshable {

    private final MoveKey key;
    private final Moves moves;
    private final MoveWork work;
    private final Attachments attachments;
    private final People people;
    private final Texts texts;
    private final boolean open;
    private final Div label = new Div();
    private final Div photos = new Div();
    private @Nullable Shown shown;

    private record Shown(MoveDetails move, List<Attachment> files) {}

    MovePanel(MoveKey key, Moves moves, MoveWork work, Attachments attachments, People people, Texts texts) {
        this.key = key;
        this.moves = moves;
        this.work = work;
        this.attachments = attachments;
        this.people = people;
        this.texts = texts;
        this.open = work.isOpen(key);
        getContent().add(label, photos);
        MoveDetails move = moves.get(key);
        if (open && move.status() == MoveStatus.ON_SITE) {
            getContent().add(buttons());
        }
        refresh();
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("assets.move.on-site"));
    }

    private Div buttons() {
        Div buttons = new Div(
                pick("assets.move.scan", (name, content, language) -> work.scan(key, attachments.received(content))),
                pick(
                        "assets.move.photograph",
                        (name, content, language) ->
                                attachments.addPicture(key.owner(), name, attachments.received(content))));
        buttons.addClassName("move-buttons");
        return buttons;
    }

    private FilePick pick(String labelKey, FileReception.Taker taker) {
        return new FilePick(texts, getTranslation(labelKey), attachments.largest(), taker, this::refresh).photo();
    }

    @Override
    public void refresh() {
        Shown now = new Shown(moves.get(key), attachments.of(key.owner()));
        if (!now.equals(shown)) {
            shown = now;
            label(now.move());
            photos(now.files());
        }
    }

    private void label(MoveDetails move) {
        label.removeAll();
        if (move.labelScannedAt() != null) {
            label.add(Banner.of(Tone.GOOD, getTranslation("assets.move.scanned", move.assetNumber())));
        } else if (move.status() == MoveStatus.ON_SITE) {
            label.add(new Paragraph(getTranslation("assets.move.scan.hint", move.assetNumber())));
        }
    }

    private void photos(List<Attachment> files) {
        photos.removeAll();
        if (files.isEmpty()) {
            photos.add(new Paragraph(getTranslation("assets.move.no-photo")));
            return;
        }
        Map<String, String> names =
                people.namesOf(files.stream().map(Attachment::createdBy).collect(Collectors.toSet()));
        FileList list = new FileList();
        files.forEach(file -> list.file(
                file.name(),
                "api/v1/attachments/" + file.id(),
                file.isPicture(),
                names.getOrDefault(file.createdBy(), file.createdBy()),
                file.createdAt(),
                open && file.createdBy().equals(Actor.current().name()) ? () -> remove(file) : null));
        photos.add(list);
    }

    private void remove(Attachment file) {
        attachments.delete(file.id());
        refresh();
    }
}
