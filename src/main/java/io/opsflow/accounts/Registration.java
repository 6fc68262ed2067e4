package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.kernel.Validation;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.workflow.Person;
import io.opsflow.workflow.SystemIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How somebody gets an account here. */
@Service
@EnableConfigurationProperties(RegistrationProperties.class)
public class Registration {

    private static final String BY_THE_PROCESS = "authentication.name == T(io.opsflow.kernel.Actor).SYSTEM";
    /** For people who cannot be signed in yet. */
    private static final String BY_EVERYBODY = "permitAll()";
    /** From one address within an hour. */
    private static final int MOST = 5;

    private static final Duration HOUR = Duration.ofHours(1);
    /** For so long somebody who was refused is told so at the sign-in page. */
    private static final Duration TOLD = Duration.ofDays(30);

    private final RegistrationProperties properties;
    private final OpsFlowSettings settings;
    private final FirstAdministrator firstAdministrator;
    private final ApplicantRepository applicants;
    private final Admission admission;
    private final ObjectProvider<RegistrationFlow> flow;
    private final ObjectProvider<Notices> notices;
    private final Directory directory;
    private final SignInBrake brake;
    private final PasswordEncoder passwords;
    private final Validation validation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Registration(
            RegistrationProperties properties,
            OpsFlowSettings settings,
            FirstAdministrator firstAdministrator,
            ApplicantRepository applicants,
            Admission admission,
            ObjectProvider<RegistrationFlow> flow,
            ObjectProvider<Notices> notices,
            Directory directory,
            SignInBrake brake,
            PasswordEncoder passwords,
            Validation validation,
            TransactionTemplate transaction,
            Clock clock) {
        this.properties = properties;
        this.settings = settings;
        this.firstAdministrator = firstAdministrator;
        this.applicants = applicants;
        this.admission = admission;
        this.flow = flow;
        this.notices = notices;
        this.directory = directory;
        this.brake = brake;
        this.passwords = passwords;
        this.validation = validation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who opens accounts; empty when this installation does not say. */
    @PreAuthorize(BY_EVERYBODY)
    public Optional<String> contact() {
        return Optional.ofNullable(properties.contact()).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Whether one may register; nobody may before there is an administrator. */
    @PreAuthorize(BY_EVERYBODY)
    public RegistrationMode mode() {
        if (firstAdministrator.isAwaited()) {
            return RegistrationMode.CLOSED;
        }
        return properties.mode().orElse(settings.isDemo() ? RegistrationMode.APPROVAL : RegistrationMode.CLOSED);
    }

    /**
     * Gives somebody an account, or asks the administrators for one; the name is nobody else's from then on.
     *
     * @param address where the wish comes from
     * @return whether the account is there; otherwise it waits for approval
     * @throws InvalidInput       a field is wrong, or the name is taken
     * @throws RegistrationClosed nobody gets an account like this here
     * @throws TooManyAttempts    too many came from the address
     */
    @PreAuthorize(BY_EVERYBODY)
    @Audited("registration.request")
    public boolean register(Register request, String address) {
        RegistrationMode mode = mode();
        if (mode == RegistrationMode.CLOSED) {
            throw new RegistrationClosed();
        }
        String network = Origin.networkOf(address);
        brake.checkAddress(network);
        String username = checked(request, network);
        Instant now = clock.instant();
        if (applicants.countByAddressAndRequestedAtAfter(network, now.minus(HOUR)) >= MOST) {
            throw new TooManyAttempts(HOUR);
        }
        String hash = passwords.encode(request.password());
        try {
            transaction.executeWithoutResult(
                    status -> take(mode, new Applicant(username, request, hash, network, now)));
        } catch (DataIntegrityViolationException quicker) {
            throw new InvalidInput("username", "username-taken", username);
        }
        return mode == RegistrationMode.OPEN;
    }

    private void take(RegistrationMode mode, Applicant someone) {
        if (mode == RegistrationMode.OPEN) {
            someone.answered(Set.of(BuiltInRole.REQUESTER.name()), null);
            someone.enter(ApplicantStatus.APPROVED, null, clock.instant());
        }
        Applicant applicant = applicants.saveAndFlush(someone);
        AuditTrail.changed("registration", applicant.key(), null, applicant.facts());
        if (mode == RegistrationMode.OPEN) {
            admission.add(applicant.username(), applicant.account(), applicant.handOver(), false);
        } else {
            SystemIdentity.during(() -> flow.getObject().start(applicant.key()));
        }
        AuditTrail.done();
    }

    /** Whose name it is that one must not take is not told to whoever comes along. */
    private String checked(Register request, String network) {
        List<FieldError> broken = admission.broken(new AddAccount(
                validation.checked(request).username(),
                request.realName(),
                request.email(),
                request.phone(),
                request.department(),
                null,
                null,
                request.password(),
                null));
        if (broken.stream().anyMatch(error -> error.field().equals("username"))) {
            brake.countAddress(network);
        }
        if (!broken.isEmpty()) {
            throw new InvalidInput(broken.stream().map(Registration::discreet).toList());
        }
        return Username.normalised(request.username()).orElseThrow();
    }

    private static FieldError discreet(FieldError error) {
        return error.code().equals("username-look-alike")
                ? new FieldError(
                        error.field(),
                        "username-too-similar",
                        List.of(error.args().get(0)))
                : error;
    }

    /**
     * A registration.
     *
     * @throws NotFound there is none
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(readOnly = true)
    public RegistrationDetails details(RegistrationKey key) {
        return found(key).details();
    }

    /**
     * Opens the account that was approved, with the roles that were granted. The process does that.
     *
     * @throws NameGivenAway somebody else was given the name meanwhile
     */
    @PreAuthorize(BY_THE_PROCESS)
    @Transactional
    @Audited("registration.admit")
    public void admit(RegistrationKey key) {
        Applicant applicant = found(key);
        if (admission.isTaken(applicant.username())) {
            throw new NameGivenAway(applicant.username());
        }
        admission.add(applicant.username(), applicant.account(), applicant.handOver(), false);
        AuditTrail.object("registration", key);
    }

    /** Tells the administrators that somebody waits. The process does that. */
    @PreAuthorize(BY_THE_PROCESS)
    @Transactional
    @Audited("registration.remind")
    public void remind(RegistrationKey key) {
        Applicant applicant = found(key);
        List<Person> administrators = directory.withRole(BuiltInRole.ADMIN.name());
        notices.ifAvailable(board -> administrators.forEach(administrator -> board.tell(
                administrator.username(),
                "accounts.registration.waits",
                List.of(applicant.realName(), applicant.username()),
                "inbox?q=" + key)));
    }

    /** What nobody needs any more is not kept. */
    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void forget() {
        applicants.forgetPasswords(clock.instant().minus(TOLD));
    }

    private Applicant found(RegistrationKey key) {
        return applicants.findById(key.number()).orElseThrow(() -> new NotFound(key));
    }
}
