package io.opsflow.assets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drops reminders when there is nothing to remind of any more: another day, nothing left to decide, no such object. */
@Component
class ReminderWatch {

    private final ReminderTable reminders;
    private final ReminderFlow flow;

    ReminderWatch(ReminderTable reminders, ReminderFlow flow) {
        this.reminders = reminders;
        this.flow = flow;
    }

    /** An object is different. */
    void changed(AssetKind kind, long id, Object before, Object after) {
        Days days = Days.of(after);
        if (!days.equals(Days.of(before))) {
            follow(kind, id, days);
        }
    }

    /** An object is no more. */
    void deleted(AssetKind kind, long id) {
        follow(kind, id, Days.NONE);
    }

    private void follow(AssetKind kind, long id, Days days) {
        reminders.open(kind, List.of(id)).stream()
                .filter(reminder -> !reminder.endsOn().equals(days.of(reminder.contract())))
                .forEach(reminder -> flow.drop(reminder.key()));
    }

    /** The days to be reminded of. */
    private record Days(@Nullable LocalDate warranty, @Nullable LocalDate lease) {

        static final Days NONE = new Days(null, null);

        static Days of(Object facts) {
            if (facts instanceof ServerFacts server && server.status() != ServerStatus.RETIRED) {
                return new Days(server.warrantyUntil(), server.leaseUntil());
            }
            return facts instanceof RackFacts rack && rack.status() != PlaceStatus.RETIRED
                    ? new Days(null, rack.leaseUntil())
                    : NONE;
        }

        @Nullable
        LocalDate of(Contract contract) {
            return contract == Contract.LEASE ? lease : warranty;
        }
    }
}
