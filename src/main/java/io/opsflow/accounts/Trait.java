package io.opsflow.accounts;

import io.opsflow.kernel.PageOf;

/**
 * Something that people are looked for by and that stands in another table than theirs.
 *
 * @param found who has it: tables, of which {@code w} names the person, and a condition
 * @param had   whether the person {@code u} has it, in one look at an index
 * @param param the name of the one parameter of both
 * @param value its value
 */
record Trait(String found, String had, String param, String value) {

    /** What more people have is too common to name them: more than a list counts, and all that a database soon puts in order. */
    static final int COMMON = PageOf.COUNTED + PageOf.COUNTED / 5;

    /** Somebody is found once or twice, as a rule: by the name and by the address. Who is the same is told faster here. */
    static final int ROWS = 2 * COMMON;

    private static final String ENOUGH = " limit " + (COMMON + 1);

    /** A word that begins like this. */
    static Trait word(String beginning, int number) {
        String param = "word" + number;
        String like = "w.word like :" + param + " escape '!'";
        return new Trait(
                "user_word w where " + like,
                // MySQL would look for everybody who has the word, where the next fifty in order are enough.
                "exists (select /*+ NO_SEMIJOIN() */ 1 from user_word w where w.user_id = u.id and " + like + ")",
                param,
                literally(beginning) + "%");
    }

    /** A role, one's own or a group's. */
    static Trait role(String code) {
        String own = " user_role ur join role r on r.id = ur.role_id where r.code = :role";
        String groups =
                " group_member m join group_role gr on gr.group_id = m.group_id join role r on r.id = gr.role_id"
                        + " where r.code = :role";
        return new Trait(
                // Who has it both ways is one; and where too many have it, no more of them need be looked at.
                "((select ur.user_id from" + own + ENOUGH + ") union (select distinct m.user_id from" + groups + ENOUGH
                        + ")) w",
                "(exists (select 1 from" + own + " and ur.user_id = u.id) or exists (select 1 from" + groups
                        + " and m.user_id = u.id))",
                "role",
                code);
    }

    /** A group. */
    static Trait group(String code) {
        return new Trait(
                "group_member w join user_group g on g.id = w.group_id where g.code = :group",
                "exists (select /*+ NO_SEMIJOIN() */ 1 from group_member m join user_group g on g.id = m.group_id"
                        + " where g.code = :group and m.user_id = u.id)",
                "group",
                code);
    }

    /** Those who have it, some of them more than once; no more than tells that it is too common. */
    String some() {
        return "select w.user_id from " + found + " limit " + (ROWS + 1);
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
