package io.opsflow.assets;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Permissions;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Completion;
import io.opsflow.workflow.ProcessSubject;
import io.opsflow.workflow.StateEntered;
import io.opsflow.workflow.Subject;
import io.opsflow.workflow.Urgency;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the engine asks about reminders, and the only place where a reminder's status changes: as the process goes on. */
@Component
class ReminderSubject implements ProcessSubject {

    private static final String RENEW = "renew";

    private final ReminderTable reminders;
    private final OpsFlowSettings settings;
    private final Clock clock;

    ReminderSubject(ReminderTable reminders, OpsFlowSettings settings, Clock clock) {
        this.reminders = reminders;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return ReminderKey.PREFIX;
    }

    @Override
    public Set<String> statuses() {
        return Arrays.stream(ReminderStatus.values()).map(ReminderStatus::code).collect(Collectors.toSet());
    }

    @Override
    public Subject describe(String objectKey) {
        Reminder reminder = reminders.get(ReminderKey.of(objectKey));
        return new Subject(
                reminder.title(),
                Urgency.MEDIUM,
                reminder.endsOn().plusDays(1).atStartOfDay(settings.timeZone()).toInstant());
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
        return reminders
                .all(objectKeys.stream()
                        .map(key -> ReminderKey.of(key).number())
                        .toList())
                .stream()
                .collect(Collectors.toMap(reminder -> reminder.key().toString(), Reminder::title));
    }

    /** Whoever renews says until when, and later than now. */
    @Override
    public void check(Completion completion) {
        if (!Actor.may(Permissions.ASSETS_MANAGE)) {
            throw new AccessDeniedException("deciding on contracts needs " + Permissions.ASSETS_MANAGE);
        }
        Answers answers = completion.answers();
        String comment = answers.text("comment");
        if (comment != null && comment.length() > Reminder.REMARK) {
            throw new InvalidInput("comment", "text-too-long", Reminder.REMARK);
        }
        if (RENEW.equals(answers.text("decision"))) {
            LocalDate until = day(answers);
            LocalDate endsOn =
                    reminders.get(ReminderKey.of(completion.objectKey())).endsOn();
            if (until == null) {
                throw new InvalidInput("new_until", "required");
            }
            if (!until.isAfter(endsOn)) {
                throw new InvalidInput("new_until", "not-longer", endsOn.toString());
            }
            if (until.getYear() > ServerRules.LAST_YEAR) {
                throw new InvalidInput("new_until", "year-unlikely", String.valueOf(until.getYear()));
            }
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void entered(StateEntered state) {
        Reminder reminder = reminders.get(ReminderKey.of(state.objectKey()));
        Completion cause = state.cause();
        if (cause != null) {
            reminder.decided(day(cause.answers()), cause.answers().text("comment"));
        }
        reminder.enter(ReminderStatus.of(state.status()), clock.instant());
    }

    /** The form has seen to it that it is one. */
    private static @Nullable LocalDate day(Answers answers) {
        String day = answers.text("new_until");
        return day == null || !RENEW.equals(answers.text("decision")) ? null : LocalDate.parse(day);
    }
}
