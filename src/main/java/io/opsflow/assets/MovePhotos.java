package io.opsflow.assets;

import io.opsflow.attachments.AttachmentHolder;
import io.opsflow.attachments.Attachments;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moves have attachments: everybody who may see them sees those; who has the work in hand, or keeps the record, adds. */
@Component
class MovePhotos implements AttachmentHolder {

    static final String KIND = "move";

    private final MoveTable moves;
    // Asked for late: both need the engine, which needs the moves.
    private final ObjectProvider<MoveFlow> flow;
    private final ObjectProvider<Attachments> attachments;

    MovePhotos(MoveTable moves, ObjectProvider<MoveFlow> flow, ObjectProvider<Attachments> attachments) {
        this.moves = moves;
        this.flow = flow;
        this.attachments = attachments;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isVisible(String key) {
        return Actor.may(Permissions.ASSETS_VIEW) && moves.find(MoveKey.of(key)).isPresent();
    }

    @Override
    public boolean isOpenTo(String key) {
        MoveKey move = MoveKey.of(key);
        return !moves.get(move).status().isFinal()
                && (Actor.may(Permissions.ASSETS_MANAGE) || flow.getObject().isInHand(move));
    }

    /** Whether a picture was added since the move is being carried out. */
    boolean isTaken(Move move) {
        Instant since = move.onSiteAt();
        return attachments.getObject().of(move.key().owner()).stream()
                .anyMatch(file ->
                        file.isPicture() && (since == null || !file.createdAt().isBefore(since)));
    }
}
