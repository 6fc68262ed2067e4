package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Completion;
import io.opsflow.workflow.ProcessSubject;
import io.opsflow.workflow.StateEntered;
import io.opsflow.workflow.Subject;
import io.opsflow.workflow.Urgency;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the engine asks about registrations, and the only place where one's status changes: as the process moves. */
@Component
class RegistrationSubject implements ProcessSubject {

    private final ApplicantRepository applicants;
    private final Roles roles;
    private final Administrators administrators;
    private final Clock clock;

    RegistrationSubject(ApplicantRepository applicants, Roles roles, Administrators administrators, Clock clock) {
        this.applicants = applicants;
        this.roles = roles;
        this.administrators = administrators;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return RegistrationKey.PREFIX;
    }

    @Override
    public Set<String> statuses() {
        return Arrays.stream(ApplicantStatus.values())
                .map(ApplicantStatus::code)
                .collect(Collectors.toSet());
    }

    @Override
    public Subject describe(String objectKey) {
        Applicant applicant = applicant(objectKey);
        return new Subject(applicant.realName() + " (" + applicant.username() + ")", Urgency.MEDIUM, null);
    }

    @Override
    public boolean isVisible(String objectKey) {
        return mayDecide() && applicants.existsById(number(objectKey));
    }

    @Override
    public Map<String, String> visibleTitles(Collection<String> objectKeys) {
        if (!mayDecide()) {
            return Map.of();
        }
        return applicants
                .findByIdIn(objectKeys.stream().map(RegistrationSubject::number).toList())
                .stream()
                .collect(Collectors.toMap(
                        applicant -> applicant.key().toString(),
                        applicant -> applicant.realName() + " (" + applicant.username() + ")"));
    }

    @Override
    public void check(Completion completion) {
        if (!mayDecide()) {
            throw new AccessDeniedException("deciding on registrations needs " + Permissions.ACCOUNTS_MANAGE);
        }
        Answers answers = completion.answers();
        if (Boolean.TRUE.equals(answers.flag("approved"))) {
            checkRoles(granted(answers));
        } else if (Boolean.FALSE.equals(answers.flag("approved")) && isBlank(answers.text("reason"))) {
            throw new InvalidInput("reason", "required");
        }
    }

    /** A process owner may offer others in the form; of those that do not exist nobody can be given one. */
    private void checkRoles(List<String> granted) {
        Set<String> known = roles.codes();
        if (granted.isEmpty()) {
            throw new InvalidInput("roles", "required");
        }
        if (!known.containsAll(granted)) {
            throw new InvalidInput("roles", "unknown-value", String.join(", ", known));
        }
        administrators.demandWithinOwn(roles.all(Set.copyOf(granted)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    @Audited("registration.move")
    public void entered(StateEntered state) {
        Applicant applicant = applicant(state.objectKey());
        Map<String, Object> before = applicant.facts();
        Completion cause = state.cause();
        if (cause != null) {
            applicant.answered(granted(cause.answers()), cause.answers().text("reason"));
        }
        applicant.enter(
                ApplicantStatus.of(state.status()),
                cause == null ? null : Actor.current().name(),
                clock.instant());
        applicants.saveAndFlush(applicant);
        AuditTrail.changed("registration", applicant.key(), before, applicant.facts());
    }

    private static List<String> granted(Answers answers) {
        return Boolean.TRUE.equals(answers.flag("approved")) && answers.values().get("roles") instanceof List<?> codes
                ? codes.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static boolean mayDecide() {
        return Actor.may(Permissions.ACCOUNTS_MANAGE);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static long number(String objectKey) {
        return RegistrationKey.of(objectKey).number();
    }

    private Applicant applicant(String objectKey) {
        return applicants.findById(number(objectKey)).orElseThrow(() -> new NotFound(objectKey));
    }
}
