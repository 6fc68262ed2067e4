package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;
import java.util.List;

/** Somebody changed the group after it was read; nothing was overwritten. */
public final class GroupChanged extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "group-changed";

    private static final long serialVersionUID = 1L;

    GroupChanged(GroupDetails now, String name, List<String> roles) {
        super(CODE, now.code(), now.version(), now.name(), now.roles(), name, roles);
    }
}
