package io.opsflow.assets;

import io.opsflow.accounts.Notices;
import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.platform.OpsFlowSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warranties and leases that end. Each night those that end within {@value #HORIZON} days get a process; when it reminds
 * whom is the diagram's business and that of the table beside it.
 */
@Service
public class Reminders {

    /** Nobody is reminded earlier. */
    public static final int HORIZON = 365;

    private static final String BY_THE_SYSTEM = "authentication.name == T(io.opsflow.kernel.Actor).SYSTEM";

    private final ReminderTable reminders;
    private final ReminderFlow flow;
    private final AssetTable table;
    private final Servers servers;
    private final Racks racks;
    private final ObjectProvider<Notices> notices;
    private final OpsFlowSettings settings;
    private final Clock clock;

    Reminders(
            ReminderTable reminders,
            ReminderFlow flow,
            AssetTable table,
            Servers servers,
            Racks racks,
            ObjectProvider<Notices> notices,
            OpsFlowSettings settings,
            Clock clock) {
        this.reminders = reminders;
        this.flow = flow;
        this.table = table;
        this.servers = servers;
        this.racks = racks;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins the processes of contracts that end before long and have none, the first to end first.
     *
     * @param most how many at most, in one transaction
     * @return how many
     */
    @PreAuthorize(BY_THE_SYSTEM)
    @Transactional
    @Audited("reminder.begin")
    public int begin(int most) {
        List<Reminder> missing = new ArrayList<>();
        missing(AssetKind.SERVER, Contract.WARRANTY, most, missing);
        missing(AssetKind.SERVER, Contract.LEASE, most, missing);
        missing(AssetKind.RACK, Contract.LEASE, most, missing);
        missing.forEach(reminder -> {
            reminders.save(reminder);
            flow.start(reminder.key());
        });
        if (!missing.isEmpty()) {
            AuditTrail.fact("count", null, missing.size());
        }
        return missing.size();
    }

    private void missing(AssetKind kind, Contract contract, int most, List<Reminder> to) {
        if (to.size() < most) {
            LocalDate today = settings.today(clock);
            to.addAll(reminders.missing(
                    kind, contract, today, today.plusDays(HORIZON), most - to.size(), clock.instant()));
        }
    }

    /**
     * One reminder.
     *
     * @throws io.opsflow.kernel.NotFound there is none
     */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public ReminderDetails get(ReminderKey key) {
        return reminders.get(key).details();
    }

    /** The reminders of an object that nobody has decided on. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public List<ReminderDetails> open(AssetKind kind, long id) {
        return reminders.open(kind, List.of(id)).stream().map(Reminder::details).toList();
    }

    /** The role of the machine that a contract is for; empty where it has none. The process asks that. */
    @PreAuthorize(BY_THE_SYSTEM)
    @Transactional(readOnly = true)
    public String role(ReminderKey key) {
        Reminder reminder = reminders.get(key);
        String role = reminder.kind() == AssetKind.SERVER
                ? table.get(Server.class, reminder.objectId()).facts().role()
                : null;
        return role == null ? "" : role;
    }

    /** Tells the owner what ends, or has ended. The process does that. */
    @PreAuthorize(BY_THE_SYSTEM)
    @Transactional
    @Audited("reminder.tell")
    public void tell(ReminderKey key) {
        Reminder reminder = reminders.get(key);
        AuditTrail.object("reminder", key);
        String owner = owner(reminder);
        long days = ChronoUnit.DAYS.between(settings.today(clock), reminder.endsOn());
        if (owner != null) {
            notices.ifAvailable(board -> board.tell(
                    owner,
                    days < 0 ? "assets.reminder.over" : "assets.reminder.ahead",
                    List.of(
                            reminder.details().name(),
                            "@assets.contract." + reminder.contract().code(),
                            reminder.endsOn().toString(),
                            Math.abs(days)),
                    reminder.details().path()));
        }
    }

    /** A contract goes on: the new day is written down. The process does that. */
    @PreAuthorize(BY_THE_SYSTEM)
    @Transactional
    @Audited("reminder.renew")
    public void renew(ReminderKey key) {
        Reminder reminder = reminders.get(key);
        AuditTrail.object("reminder", key);
        edit(reminder, reminder.contract().field(), String.valueOf(reminder.renewedUntil()));
    }

    /** A machine is retired. The process does that. */
    @PreAuthorize(BY_THE_SYSTEM)
    @Transactional
    @Audited("reminder.retire")
    public void retire(ReminderKey key) {
        Reminder reminder = reminders.get(key);
        AuditTrail.object("reminder", key);
        edit(reminder, "status", "retired");
    }

    private void edit(Reminder reminder, String field, String value) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(field, value);
        Why why = new Why(shortened(reminder.remark()), reminder.key().toString());
        Changes changes = new Changes(fields, null, why);
        if (reminder.kind() == AssetKind.SERVER) {
            servers.edit(reminder.objectId(), changes);
        } else {
            racks.edit(reminder.objectId(), changes);
        }
    }

    private @Nullable String owner(Reminder reminder) {
        return reminder.kind() == AssetKind.SERVER
                ? table.get(Server.class, reminder.objectId()).facts().owner()
                : table.get(Rack.class, reminder.objectId()).facts().owner();
    }

    private static @Nullable String shortened(@Nullable String remark) {
        return remark == null || remark.length() <= Why.REASON ? remark : remark.substring(0, Why.REASON);
    }
}
