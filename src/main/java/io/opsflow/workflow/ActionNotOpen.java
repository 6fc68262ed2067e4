package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;
import java.util.List;

/** The object waits for something else, or for nobody any more. */
public final class ActionNotOpen extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "action-not-open";

    private static final String NOTHING = "action-not-open-at-all";
    private static final long serialVersionUID = 1L;

    private final transient List<String> open;

    public ActionNotOpen(String objectKey, String action, List<String> open) {
        super(
                open.isEmpty() ? NOTHING : CODE,
                objectKey,
                "@action." + action,
                open.stream().map(each -> "@action." + each).toList());
        this.open = List.copyOf(open);
    }

    /** The actions that are open instead. */
    public List<String> open() {
        return open;
    }
}
