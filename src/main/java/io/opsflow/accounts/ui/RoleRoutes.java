package io.opsflow.accounts.ui;

/** Where groups, roles and what they reach are shown. */
final class RoleRoutes {

    static final String GROUPS = "groups";
    static final String ROLES = "roles";
    static final String ACCESS = "access";
    static final String WHY = ACCESS + "/why";
    static final String WHICH = "code";

    private RoleRoutes() {}

    static String group(String code) {
        return GROUPS + "/" + code;
    }

    static String why(String username, String permission) {
        return WHY + "?user=" + username + "&permission=" + permission;
    }

    static String role(String code) {
        return ROLES + "/" + code;
    }
}
