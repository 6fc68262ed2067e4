package io.opsflow.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What a module must tell the engine, and be told by it, about the objects that its processes are about. */
public interface ProcessSubject {

    /** What the module's keys begin with: {@code T} for {@code T-1042}. */
    String prefix();

    /** The states that a diagram may name. */
    Set<String> statuses();

    /** What the inbox shows of an object. */
    Subject describe(String objectKey);

    /** Whether the acting person may see an object. */
    boolean isVisible(String objectKey);

    /** The titles of those objects that the acting person may see, by key; asked for a whole page at once. */
    Map<String, String> visibleTitles(Collection<String> objectKeys);

    /**
     * The module's rules, asked before a task is completed; nothing has been changed yet.
     *
     * @throws org.springframework.security.access.AccessDeniedException the person lacks the action's permission
     * @throws io.opsflow.kernel.InvalidInput an answer is not acceptable
     * @throws io.opsflow.kernel.RuleViolated the object's state forbids it
     */
    void check(Completion completion);

    /**
     * Whether somebody has a part in an object that forbids doing an action in an absent colleague's place: nobody reviews
     * their own request like that. What somebody may do as themselves is no matter of this.
     */
    default boolean isParty(String objectKey, String action, String username) {
        return false;
    }

    /** Whether somebody has the permission that an action needs, whoever acts now. */
    default boolean mayDo(String action, String username) {
        return true;
    }

    /** What depended on one person in an object's process depends on another; nothing stands elsewhere by that. */
    default void handedOver(String objectKey, HandOver handOver) {}

    /** The process stands somewhere else now: the only call that changes a state, in the engine's transaction. */
    void entered(StateEntered state);
}
