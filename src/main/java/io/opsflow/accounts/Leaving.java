package io.opsflow.accounts;

import io.opsflow.audit.AuditedPeople;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.PersonalWork;
import io.opsflow.workflow.WorkLeft;
import io.opsflow.workflow.Workload;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What has to be settled when somebody goes: who is left, the open work, and whatever the person is signed in by. */
@Component
class Leaving {

    private static final String INBOX = "inbox";

    private final Administrators administrators;
    private final List<OpenAccess> openAccess;
    private final ObjectProvider<Traces> traces;
    private final AuditedPeople audited;
    private final Workload workload;
    private final Delegations delegations;
    private final Notices notices;

    Leaving(
            Administrators administrators,
            List<OpenAccess> openAccess,
            ObjectProvider<Traces> traces,
            AuditedPeople audited,
            // Asked when somebody leaves: a command that lists people need not wait for the engine.
            @Lazy Workload workload,
            @Lazy Delegations delegations,
            @Lazy Notices notices) {
        this.administrators = administrators;
        this.openAccess = openAccess;
        this.traces = traces;
        this.audited = audited;
        this.workload = workload;
        this.delegations = delegations;
        this.notices = notices;
    }

    PersonalWork work(AppUser user, Locale locale) {
        return workload.of(user.username(), locale);
    }

    /** @throws WorkLeft somebody has to take over, and it is not said who */
    void handOver(AppUser user, OpenWork work) {
        String colleague = colleague(work);
        boolean taken =
                workload.handOver(user.username(), work.giveBack(), colleague, ContactRules.kept(work.reason()));
        if (colleague != null && taken) {
            notices.tell(colleague, "accounts.notice.handed-over", List.of(user.realName()), INBOX);
        }
    }

    /** From now on the person comes in nowhere. */
    void deactivate(AppUser user, OpenWork work) {
        demandNotNeeded(user);
        handOver(user, work);
        delegations.endAll(user.username());
        user.setActive(false);
        endAccess(user);
    }

    /**
     * Whether the account may vanish.
     *
     * @throws AccountHasHistory something was done under it
     */
    void demandNoHistory(AppUser user) {
        demandNotNeeded(user);
        if (audited.knows(user.username())
                || workload.knows(user.username())
                || traces.stream().anyMatch(each -> each.of(user.username()))) {
            throw new AccountHasHistory(user.username());
        }
    }

    /** Everything by which the person is signed in ends. */
    void endAccess(AppUser user) {
        openAccess.forEach(access -> access.endAll(user.username()));
    }

    private void demandNotNeeded(AppUser user) {
        if (Actor.current().name().equals(user.username())) {
            throw new OwnAccount();
        }
        administrators.demandWithinOwn(user.allRoles());
        if (user.may(Permissions.ACCOUNTS_MANAGE)) {
            administrators.demandAnother(user);
        }
    }

    private static @Nullable String colleague(OpenWork work) {
        String typed = ContactRules.kept(work.colleague());
        return typed == null ? null : Username.normalised(typed).orElse(typed);
    }
}
