package io.opsflow.accounts;

import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** People who register in tests, and leave nothing behind that other tests would find. */
public final class Applicants {

    public static final String PASSWORD = "seven kettles wander";

    private Applicants() {}

    public static Register named(String username) {
        return new Register(username, "韩梅梅", "han@example.com", "+86 138 0000 0000", "运维部", PASSWORD);
    }

    /** The front door of an installation where nobody can register, and where the given one is to be asked. */
    public static Registration closed(ApplicationContext product, String contact) {
        AnnotationConfigApplicationContext elsewhere = new AnnotationConfigApplicationContext();
        elsewhere.setParent(product);
        elsewhere.registerBean(
                RegistrationProperties.class,
                () -> new RegistrationProperties(contact, "closed"),
                bean -> bean.setPrimary(true));
        elsewhere.registerBean(Registration.class);
        elsewhere.refresh();
        return elsewhere.getBean(Registration.class);
    }

    /** As if nobody whose name begins like this had ever been here, and no address had been heard from. */
    public static void forget(JdbcTemplate jdbc, String beginning) {
        // The rows stay, because their processes do.
        jdbc.update(
                "update applicant set reserved_name = null, password_hash = null, address = '-', username = '-'"
                        + " where username like ?",
                beginning + "%");
        jdbc.update(
                "delete from user_role where user_id in (select id from app_user where username like ?)",
                beginning + "%");
        jdbc.update("delete from app_user where username like ?", beginning + "%");
        jdbc.update("delete from sign_in_failure");
        jdbc.update("delete from sign_in_lock");
    }
}
