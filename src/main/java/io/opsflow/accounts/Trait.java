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

    /** For MySQL, which would rather walk along the order that is wanted; H2 sees a comment. */
    static final String BY_IT = " /*+ SEMIJOIN(@rarest DUPSWEEDOUT) JOIN_PREFIX(w@rarest) */";

    /** More than a list counts. */
    private static final String ENOUGH = " limit " + (PageOf.COUNTED + 1);

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

    /** Those who have it, each once; no more than tells that they are too many to be counted. */
    String some() {
        return "select distinct w.user_id from " + found + ENOUGH;
    }

    /** Whether {@code u} is among those who have it, begun with them and not with everybody; see {@link #BY_IT}. */
    String among() {
        return "u.id in (select /*+ QB_NAME(rarest) */ w.user_id from " + found + ")";
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
