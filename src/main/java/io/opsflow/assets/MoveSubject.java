package io.opsflow.assets;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.Completion;
import io.opsflow.workflow.ProcessSubject;
import io.opsflow.workflow.StateEntered;
import io.opsflow.workflow.Subject;
import io.opsflow.workflow.Urgency;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the engine asks about moves, and the only place where a move's status changes: as the process goes on. */
@Component
class MoveSubject implements ProcessSubject {

    private final MoveTable moves;
    private final MovePhotos photos;
    private final Clock clock;

    MoveSubject(MoveTable moves, MovePhotos photos, Clock clock) {
        this.moves = moves;
        this.photos = photos;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return MoveKey.PREFIX;
    }

    @Override
    public Set<String> statuses() {
        return Arrays.stream(MoveStatus.values()).map(MoveStatus::code).collect(Collectors.toSet());
    }

    @Override
    public Subject describe(String objectKey) {
        return new Subject(moves.get(MoveKey.of(objectKey)).title(), Urgency.MEDIUM, null);
    }

    @Override
    public boolean isVisible(String objectKey) {
        return Actor.may(Permissions.ASSETS_VIEW);
    }

    @Override
    public Map<String, String> visibleTitles(Collection<String> objectKeys) {
        if (!Actor.may(Permissions.ASSETS_VIEW)) {
            return Map.of();
        }
        return moves
                .all(objectKeys.stream().map(key -> MoveKey.of(key).number()).toList())
                .stream()
                .collect(Collectors.toMap(move -> move.key().toString(), Move::title));
    }

    /**
     * Whoever refuses says why; and who ticks that the label was scanned or a photo taken, has done so. Whether either must
     * be ticked the form decides.
     */
    @Override
    public void check(Completion completion) {
        comment(completion);
        Move move = moves.get(MoveKey.of(completion.objectKey()));
        if (Boolean.TRUE.equals(completion.answers().flag("label_scanned")) && !move.isLabelScanned()) {
            throw new InvalidInput("label_scanned", "label-not-scanned", move.assetNumber());
        }
        if (Boolean.TRUE.equals(completion.answers().flag("photo_taken")) && !photos.isTaken(move)) {
            throw new InvalidInput("photo_taken", "photo-missing");
        }
    }

    private static void comment(Completion completion) {
        String comment = completion.answers().text("comment");
        boolean refused = Boolean.FALSE.equals(completion.answers().flag("approved"))
                || Boolean.FALSE.equals(completion.answers().flag("confirmed"));
        if (refused && (comment == null || comment.isBlank())) {
            throw new InvalidInput("comment", "comment-required");
        }
        if (comment != null && comment.length() > Move.REMARK) {
            throw new InvalidInput("comment", "text-too-long", Move.REMARK);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void entered(StateEntered state) {
        Move move = moves.get(MoveKey.of(state.objectKey()));
        MoveStatus next = MoveStatus.of(state.status());
        Completion cause = state.cause();
        move.enter(next, cause == null ? null : cause.answers().text("comment"), clock.instant());
        if (next == MoveStatus.REFUSED || next == MoveStatus.CANCELLED) {
            moves.release(move);
        }
    }
}
