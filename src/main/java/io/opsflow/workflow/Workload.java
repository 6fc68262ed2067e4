package io.opsflow.workflow;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.workflow.PersonalVariables.Personal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What depends on one person, for those who look after people: the open tasks that are that person's, and what will come to
 * the person later because a running process says so.
 */
@Service
@PreAuthorize("hasAuthority('accounts.manage')")
public class Workload {

    private final InboxTable inbox;
    private final TaskService engine;
    private final HistoryService history;
    private final EngineCall call;
    private final PersonalVariables variables;
    private final ProcessModels models;
    private final Subjects subjects;
    private final People people;

    Workload(
            InboxTable inbox,
            TaskService engine,
            HistoryService history,
            EngineCall call,
            PersonalVariables variables,
            ProcessModels models,
            Subjects subjects,
            People people) {
        this.inbox = inbox;
        this.engine = engine;
        this.history = history;
        this.call = call;
        this.variables = variables;
        this.models = models;
        this.subjects = subjects;
        this.people = people;
    }

    /** What depends on the person now. */
    @Transactional(readOnly = true)
    public PersonalWork of(String username, Locale locale) {
        List<InboxRow> rows = inbox.ofPrincipal(Principals.user(username));
        Map<String, List<String>> candidates = inbox.candidates(rows);
        return new PersonalWork(
                rows.stream()
                        .map(row -> new HeldTask(
                                row.id(),
                                row.objectKey(),
                                row.title(),
                                models.of(row.definitionId()).stepName(row.step(), locale),
                                !others(candidates, row, username).isEmpty()))
                        .toList(),
                PersonalVariables.objects(call.of(() -> variables.of(username))));
    }

    /** Whether the engine remembers the person: by a task, by a process that was started, by anything that was done. */
    @Transactional(readOnly = true)
    public boolean knows(String username) {
        return !inbox.ofPrincipal(Principals.user(username)).isEmpty()
                || call.of(() -> !variables.of(username).isEmpty()
                        || history.createHistoricTaskInstanceQuery()
                                        .taskAssignee(username)
                                        .count()
                                > 0
                        || history.createHistoricProcessInstanceQuery()
                                        .startedBy(username)
                                        .count()
                                > 0
                        || history.createUserOperationLogQuery()
                                        .userId(username)
                                        .count()
                                > 0);
    }

    /**
     * From now on nothing depends on the person any more. What others may do as well is offered to them again, if that is
     * wanted; the colleague takes over everything else, also what would have come to the person later.
     *
     * @return whether the colleague has taken over anything
     * @throws WorkLeft     something has to be taken over, and no colleague was named
     * @throws InvalidInput the colleague may not do one of the tasks
     */
    @Transactional
    @Audited("user.hand_over")
    public boolean handOver(String username, boolean giveBack, @Nullable String colleague, @Nullable String reason) {
        List<InboxRow> rows = inbox.ofPrincipal(Principals.user(username));
        Map<String, List<String>> candidates = inbox.candidates(rows);
        List<Personal> personal = call.of(() -> variables.of(username));
        List<InboxRow> taken = rows.stream()
                .filter(row -> !giveBack || others(candidates, row, username).isEmpty())
                .toList();
        if (colleague == null) {
            if (!taken.isEmpty() || !personal.isEmpty()) {
                throw new WorkLeft(username, rows.size(), personal.size());
            }
        } else {
            taken.forEach(row -> demand(colleague, username, row, others(candidates, row, username)));
            personal.forEach(each -> demand(colleague, username, each));
        }
        rows.forEach(row -> call.about(row.id(), () -> {
            engine.deleteCandidateUser(row.id(), username);
            if (username.equals(row.assignee())) {
                engine.setAssignee(row.id(), taken.contains(row) ? colleague : null);
            } else if (taken.contains(row)) {
                engine.addCandidateUser(row.id(), colleague);
            }
        }));
        if (colleague != null) {
            personal.forEach(each -> call.run(() -> variables.set(each, colleague)));
        }
        note(rows, taken, personal, new HandOver(username, colleague, reason));
        AuditTrail.fact("handed_over", null, objects(taken, personal));
        AuditTrail.fact("colleague", null, colleague);
        return colleague != null && !(taken.isEmpty() && personal.isEmpty());
    }

    private void note(List<InboxRow> rows, List<InboxRow> taken, List<Personal> personal, HandOver handOver) {
        Set<String> toColleague = objects(taken, personal);
        toColleague.forEach(key -> subjects.of(key).handedOver(key, handOver));
        HandOver back = new HandOver(handOver.from(), null, handOver.reason());
        rows.stream()
                .filter(row -> handOver.from().equals(row.assignee()))
                .map(InboxRow::objectKey)
                .distinct()
                .filter(key -> !toColleague.contains(key))
                .forEach(key -> subjects.of(key).handedOver(key, back));
    }

    private static Set<String> objects(Collection<InboxRow> rows, Collection<Personal> personal) {
        Set<String> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.add(row.objectKey()));
        keys.addAll(PersonalVariables.objects(personal));
        return keys;
    }

    /** The same rule as for claiming, and whatever the module asks of those who do such a task. */
    private void demand(String colleague, String username, InboxRow row, List<String> candidates) {
        Set<String> offered = new HashSet<>(people.membershipsOf(colleague));
        offered.add(colleague);
        offered.retainAll(candidates);
        boolean allowed = candidates.isEmpty() || !offered.isEmpty();
        demand(allowed && mayDo(row.objectKey(), row.action(), colleague), colleague, username, row.objectKey());
    }

    private void demand(String colleague, String username, Personal personal) {
        ProcessModel model = models.of(personal.definitionId());
        boolean allowed = personal.steps().stream()
                .allMatch(
                        step -> mayDo(personal.objectKey(), model.taskStep(step).action(), colleague));
        demand(allowed, colleague, username, personal.objectKey());
    }

    private void demand(boolean allowed, String colleague, String username, String objectKey) {
        if (people.find(colleague).isEmpty()) {
            throw new InvalidInput("colleague", "no-such-person", colleague);
        }
        if (!allowed || colleague.equals(username)) {
            throw new InvalidInput("colleague", "colleague-may-not", objectKey);
        }
    }

    private boolean mayDo(String objectKey, String action, String username) {
        ProcessSubject subject = subjects.of(objectKey);
        return subject.mayDo(action, username) && !subject.isParty(objectKey, action, username);
    }

    /** To whom a task is offered beside the person. */
    private static List<String> others(Map<String, List<String>> candidates, InboxRow row, String username) {
        List<String> others = new ArrayList<>(candidates.getOrDefault(row.id(), List.of()));
        others.remove(username);
        return others;
    }
}
