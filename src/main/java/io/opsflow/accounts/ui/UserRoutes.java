package io.opsflow.accounts.ui;

/** Where people's accounts are looked after. */
final class UserRoutes {

    static final String LIST = "users";
    static final String ID = "id";
    static final String ONE = "users/:" + ID;

    private UserRoutes() {}

    static String one(long id) {
        return LIST + "/" + id;
    }
}
