package io.opsflow.kernel;

import org.springframework.security.access.AccessDeniedException;

/** Refused for a reason that lies not in a missing permission, and that the caller can be told. */
public class NotAllowed extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code its sentence has the key {@code error.<code>} */
    public NotAllowed(String code) {
        super(code);
        this.code = code;
    }

    /** The reason's name in kebab-case, stable across releases. */
    public String code() {
        return code;
    }
}
