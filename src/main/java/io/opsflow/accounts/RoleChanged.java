package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;
import java.util.List;

/** Somebody changed the role after it was read; nothing was overwritten. */
public final class RoleChanged extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "role-changed";

    private static final long serialVersionUID = 1L;

    RoleChanged(RoleDetails now, List<String> permissions) {
        super(CODE, now.code(), now.version(), now.permissions(), permissions);
    }
}
