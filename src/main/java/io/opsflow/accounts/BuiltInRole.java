package io.opsflow.accounts;

import static io.opsflow.kernel.Permissions.ACCOUNTS_MANAGE;
import static io.opsflow.kernel.Permissions.ASSETS_DEFINE;
import static io.opsflow.kernel.Permissions.ASSETS_MANAGE;
import static io.opsflow.kernel.Permissions.ASSETS_VIEW;
import static io.opsflow.kernel.Permissions.AUDIT_VIEW;
import static io.opsflow.kernel.Permissions.INBOX_VIEW;
import static io.opsflow.kernel.Permissions.PROCESSES_DEPLOY;
import static io.opsflow.kernel.Permissions.PROCESSES_OPERATE;
import static io.opsflow.kernel.Permissions.PROCESSES_VIEW;
import static io.opsflow.kernel.Permissions.PROCESSES_WATCH;
import static io.opsflow.kernel.Permissions.ROLES_MANAGE;
import static io.opsflow.kernel.Permissions.SYSTEM_VIEW;
import static io.opsflow.kernel.Permissions.TICKETS_ASSIGN;
import static io.opsflow.kernel.Permissions.TICKETS_CONFIRM;
import static io.opsflow.kernel.Permissions.TICKETS_CREATE;
import static io.opsflow.kernel.Permissions.TICKETS_HANDLE;
import static io.opsflow.kernel.Permissions.TICKETS_REVIEW;
import static io.opsflow.kernel.Permissions.TICKETS_VIEW;
import static io.opsflow.kernel.Permissions.TICKETS_VIEW_ALL;
import static io.opsflow.kernel.Permissions.TICKETS_VIEW_APPROVED;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that every installation begins with, and what they are offered. The constants' names are the codes; their
 * order is the order in which a person's roles are told.
 */
enum BuiltInRole {
    ADMIN(
            ACCOUNTS_MANAGE,
            ASSETS_DEFINE,
            ASSETS_MANAGE,
            ASSETS_VIEW,
            AUDIT_VIEW,
            INBOX_VIEW,
            PROCESSES_VIEW,
            PROCESSES_WATCH,
            PROCESSES_DEPLOY,
            PROCESSES_OPERATE,
            ROLES_MANAGE,
            SYSTEM_VIEW,
            TICKETS_VIEW,
            TICKETS_VIEW_ALL),
    OPERATOR(ASSETS_MANAGE, ASSETS_VIEW, INBOX_VIEW, PROCESSES_VIEW, TICKETS_VIEW, TICKETS_VIEW_ALL),
    VIEWER(ASSETS_VIEW, INBOX_VIEW, PROCESSES_VIEW, TICKETS_VIEW, TICKETS_VIEW_ALL),
    REQUESTER(ASSETS_VIEW, INBOX_VIEW, PROCESSES_VIEW, TICKETS_VIEW, TICKETS_CREATE, TICKETS_CONFIRM),
    SUPERVISOR(ASSETS_VIEW, INBOX_VIEW, PROCESSES_VIEW, TICKETS_VIEW, TICKETS_VIEW_ALL, TICKETS_REVIEW),
    PROJECT_MANAGER(ASSETS_VIEW, INBOX_VIEW, PROCESSES_VIEW, TICKETS_VIEW, TICKETS_VIEW_APPROVED, TICKETS_ASSIGN),
    ENGINEER(ASSETS_VIEW, INBOX_VIEW, PROCESSES_VIEW, TICKETS_VIEW, TICKETS_HANDLE),
    PROCESS_OWNER(ASSETS_VIEW, INBOX_VIEW, PROCESSES_VIEW, PROCESSES_WATCH, PROCESSES_DEPLOY);

    private final Set<String> permissions;

    BuiltInRole(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    /** The built-in role of this code, if there is one. */
    static Optional<BuiltInRole> of(String code) {
        return Arrays.stream(values()).filter(role -> role.name().equals(code)).findFirst();
    }

    /** What a role allows whatever is edited: otherwise nobody could take an edit back. */
    static Set<String> kept(String code) {
        return code.equals(ADMIN.name()) ? Set.of(ACCOUNTS_MANAGE, ROLES_MANAGE) : Set.of();
    }

    Set<String> permissions() {
        return permissions;
    }
}
