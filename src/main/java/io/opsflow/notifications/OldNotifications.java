package io.opsflow.notifications;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets what people were told long ago, a little at a time. */
@Component
class OldNotifications {

    static final Duration KEPT = Duration.ofDays(90);

    private final NotificationRepository table;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OldNotifications(NotificationRepository table, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
    void forget() {
        Integer forgotten;
        do {
            forgotten =
                    transaction.execute(status -> table.forget(clock.instant().minus(KEPT)));
        } while (forgotten != null && forgotten > 0);
    }
}
