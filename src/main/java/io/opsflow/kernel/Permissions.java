package io.opsflow.kernel;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The names of all permissions: the authorities that Spring Security knows. Roles bundle them. */
public final class Permissions {

    /** Look after other people's accounts. */
    public static final String ACCOUNTS_MANAGE = "accounts.manage";
    /** Read, check and export the audit log. */
    public static final String AUDIT_VIEW = "audit.view";
    /** See machine rooms, racks and servers. */
    public static final String ASSETS_VIEW = "assets.view";
    /** Add, change, move and delete machine rooms, racks and servers. */
    public static final String ASSETS_MANAGE = "assets.manage";
    /** Decide which fields of their own servers have. */
    public static final String ASSETS_DEFINE = "assets.define";
    /** See the inbox and complete what waits there for oneself. */
    public static final String INBOX_VIEW = "inbox.view";
    /** See process definitions and their diagrams. */
    public static final String PROCESSES_VIEW = "processes.view";
    /** Watch running and past instances of all processes, their failed jobs and histories, also in Cockpit. */
    public static final String PROCESSES_WATCH = "processes.watch";
    /** Deploy models, and answer what becomes of a newer bundled version. */
    public static final String PROCESSES_DEPLOY = "processes.deploy";
    /** Suspend and resume processes, retry failed jobs, repair the inbox. */
    public static final String PROCESSES_OPERATE = "processes.operate";
    /** Look after roles, and see why somebody may do something. */
    public static final String ROLES_MANAGE = "roles.manage";
    /** Open the ticket screens and see those tickets that one may see. */
    public static final String TICKETS_VIEW = "tickets.view";
    /** See every ticket. */
    public static final String TICKETS_VIEW_ALL = "tickets.view_all";
    /** See every ticket that has passed its review. */
    public static final String TICKETS_VIEW_APPROVED = "tickets.view_approved";
    /** File tickets; correct and withdraw one's own before their review. */
    public static final String TICKETS_CREATE = "tickets.create";
    /** Answer reviews. */
    public static final String TICKETS_REVIEW = "tickets.review";
    /** Assign tickets to engineers. */
    public static final String TICKETS_ASSIGN = "tickets.assign";
    /** Be assigned tickets, start and handle them. */
    public static final String TICKETS_HANDLE = "tickets.handle";
    /** Confirm or refuse the solution of one's own tickets. */
    public static final String TICKETS_CONFIRM = "tickets.confirm";
    /** See how the program itself fares: its metrics. */
    public static final String SYSTEM_VIEW = "system.view";

    private Permissions() {}

    /** Every permission there is, sorted. */
    public static Set<String> all() {
        Set<String> all = new TreeSet<>();
        Arrays.stream(Permissions.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(Permissions::value)
                .forEach(all::add);
        return all;
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
