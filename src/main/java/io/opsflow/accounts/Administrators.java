package io.opsflow.accounts;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotAllowed;
import io.opsflow.kernel.Permissions;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody must always be left who can look after accounts. Whoever takes that away from anybody, by whichever way, asks
 * here first; all such changes come one after the other, on all nodes.
 */
@Component
class Administrators {

    private static final long NOBODY = -1;

    private final JdbcClient sql;
    private final EntityManager entities;
    private final Directory directory;

    Administrators(JdbcClient sql, EntityManager entities, Directory directory) {
        this.sql = sql;
        this.entities = entities;
        this.directory = directory;
    }

    /**
     * Nobody else can ask this until the transaction ends.
     *
     * @throws OwnAccount        it is the acting person's own account
     * @throws LastAdministrator nobody else could look after accounts afterwards
     */
    void demandAnother(AppUser user) {
        if (Actor.current().name().equals(user.username())) {
            throw new OwnAccount();
        }
        hold();
        if (others(user.id()) == 0) {
            throw new LastAdministrator(user.username());
        }
    }

    /**
     * For who was holding this when roles or groups were changed: looks at what has become of everybody.
     *
     * @throws NobodyLeft nobody can look after accounts any more
     */
    void demandSomebody() {
        entities.flush();
        if (others(NOBODY) == 0) {
            throw new NobodyLeft();
        }
    }

    /**
     * Nobody gives or takes what they may not do themselves, unless roles are theirs to manage: otherwise whoever looks after
     * accounts would only have to give themselves the rest.
     *
     * @throws NotAllowed one of the roles allows more than the acting person may do
     */
    void demandWithinOwn(Collection<Role> roles) {
        boolean beyond =
                roles.stream().flatMap(role -> role.permissions().stream()).anyMatch(each -> !mayThemselves(each));
        if (beyond && !mayThemselves(Permissions.ROLES_MANAGE)) {
            throw new NotAllowed("role-beyond-own");
        }
    }

    /** What is lent for an absent colleague's task is not there to be passed on. */
    private boolean mayThemselves(String permission) {
        Actor actor = Actor.current();
        boolean lent = actor.onBehalfOf() != null && !actor.isSystem();
        return lent
                ? directory
                        .member(actor.name())
                        .filter(member -> member.permissions().contains(permission))
                        .isPresent()
                : Actor.may(permission);
    }

    /** Until this transaction ends, nobody else takes this permission away from anybody. */
    void hold() {
        sql.sql("select name from permission where name = ? for update")
                .param(Permissions.ACCOUNTS_MANAGE)
                .query(String.class)
                .list();
    }

    /** How many people beside one can look after accounts. */
    private int others(long userId) {
        return sql.sql("select count(*) from app_user u where u.active = true and u.id <> :user and ("
                        + "exists (select 1 from user_role ur join role_permission p on p.role_id = ur.role_id"
                        + " where ur.user_id = u.id and p.permission = :permission)"
                        + " or exists (select 1 from group_member m join group_role gr on gr.group_id = m.group_id"
                        + " join role_permission p on p.role_id = gr.role_id"
                        + " where m.user_id = u.id and p.permission = :permission))")
                .param("user", userId)
                .param("permission", Permissions.ACCOUNTS_MANAGE)
                .query(Integer.class)
                .single();
    }
}
