package io.opsflow.assets;

import io.opsflow.accounts.Notices;
import io.opsflow.attachments.Picture;
import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Permissions;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with a move beside its tasks: scan the label on site, call it off. */
@Service
public class MoveWork {

    private final MoveTable moves;
    private final MovePhotos photos;
    private final MoveFlow flow;
    private final PaperWork paperWork;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MoveWork(
            MoveTable moves,
            MovePhotos photos,
            MoveFlow flow,
            PaperWork paperWork,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.moves = moves;
        this.photos = photos;
        this.flow = flow;
        this.paperWork = paperWork;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Somebody on site has photographed the label of the server before them. The photo is read and not kept.
     *
     * @throws io.opsflow.kernel.NotFound there is no such move
     * @throws AccessDeniedException      it is not theirs to work on
     * @throws InvalidInput               it is no picture, no label can be read in it, or nobody is to be on site now
     * @throws WrongServer                it is another server's label
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Audited("move.scan")
    public MoveDetails scan(MoveKey key, byte[] photo) {
        transaction.executeWithoutResult(status -> onSite(key));
        String number = read(photo);
        return Objects.requireNonNull(transaction.execute(status -> {
            Move move = onSite(key);
            if (!Names.key(number).equals(Names.key(move.assetNumber()))) {
                throw new WrongServer(number, move.assetNumber());
            }
            move.labelScanned(clock.instant());
            AuditTrail.fact("label_scanned", null, number);
            AuditTrail.done();
            return move.details();
        }));
    }

    private Move onSite(MoveKey key) {
        Move move = moves.get(key);
        if (!photos.isOpenTo(key.toString())) {
            throw new AccessDeniedException("not theirs to work on");
        }
        if (move.status() != MoveStatus.ON_SITE) {
            throw new InvalidInput("label_scanned", "not-on-site", key.toString());
        }
        return move;
    }

    private String read(byte[] photo) {
        Picture picture = Picture.of(photo).orElseThrow(() -> new InvalidInput("file", "no-picture"));
        return paperWork
                .read(picture.rgb(), picture.width(), picture.height())
                .flatMap(LabelAddress::assetNumber)
                .orElseThrow(() -> new InvalidInput("file", "no-label"));
    }

    /** Whether the acting person may scan, and attach. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public boolean isOpen(MoveKey key) {
        return photos.isOpenTo(key.toString());
    }

    /** Whether the acting person may call it off, if its process lets anybody. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public boolean isCancellable(MoveKey key) {
        Move move = moves.get(key);
        return isTheirs(move) && (move.status() == MoveStatus.PENDING_APPROVAL || move.status() == MoveStatus.ON_SITE);
    }

    private static boolean isTheirs(Move move) {
        return move.requester().equals(Actor.current().name()) || Actor.may(Permissions.ASSETS_DEFINE);
    }

    /**
     * Calls a move off: the server stays where it is, and the units kept for it are free.
     *
     * @throws io.opsflow.kernel.NotFound     there is no such move
     * @throws AccessDeniedException          neither its requester nor an administrator asks
     * @throws InvalidInput                   nothing is said why
     * @throws io.opsflow.kernel.RuleViolated its process cannot be called off where it stands
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional
    @Audited("move.cancel")
    public MoveDetails cancel(MoveKey key, Why why) {
        Move move = moves.get(key);
        if (!isTheirs(move)) {
            throw new AccessDeniedException("only its requester or an administrator may do that");
        }
        String reason = why.reason();
        if (reason == null) {
            throw new InvalidInput("reason", "required");
        }
        flow.cancel(key);
        move.remark(reason);
        notices.tell(
                move.requester(),
                "assets.notice.move-cancelled",
                List.of(key.toString(), move.assetNumber(), reason),
                "o/" + key);
        return move.details();
    }
}
