package io.opsflow.accounts;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many people have each role, and the end of a role's ties. */
@Component
class RoleTable {

    private static final String HOLDERS =
            """
            select role_id, user_id from user_role
            union all
            select gr.role_id, m.user_id from group_role gr join group_member m on m.group_id = gr.group_id""";

    private final JdbcClient sql;

    RoleTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** By the code of the role; a role that nobody has is missing. */
    Map<String, Integer> members() {
        Map<String, Integer> members = new HashMap<>();
        sql.sql("select r.code, h.members from role r join (select role_id, count(distinct user_id) members from ("
                        + HOLDERS + ") either group by role_id) h on h.role_id = r.id")
                .query((row, number) -> members.put(row.getString("code"), row.getInt("members")))
                .list();
        return members;
    }

    /** From now on nobody has it, and no group carries it. */
    void take(String code) {
        sql.sql("delete from user_role where role_id = (select id from role where code = ?)")
                .param(code)
                .update();
        sql.sql("delete from group_role where role_id = (select id from role where code = ?)")
                .param(code)
                .update();
    }
}
