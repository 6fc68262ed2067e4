package io.opsflow.accounts;

import io.opsflow.kernel.Texts;
import io.opsflow.workflow.PeopleSearch;
import io.opsflow.workflow.Person;
import io.opsflow.workflow.Staff;
import io.opsflow.workflow.Team;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists the people who work here, page by page, with their roles and groups. */
@Component
@Transactional(readOnly = true)
class StaffList implements Staff {

    private static final String IN_TEAM =
            """
            (exists (select 1 from u.roles r where r.code = :team)
             or exists (select 1 from u.groups g where g.code = :team)
             or exists (select 1 from u.groups g join g.roles r where r.code = :team)
             or exists (select 1 from u.roles r join r.permissions p where p = :team)
             or exists (select 1 from u.groups g join g.roles r join r.permissions p where p = :team))""";

    private final EntityManager entities;
    private final Directory directory;
    private final RoleRepository roles;
    private final UserGroupRepository groups;
    private final Texts texts;

    StaffList(
            EntityManager entities,
            Directory directory,
            RoleRepository roles,
            UserGroupRepository groups,
            Texts texts) {
        this.entities = entities;
        this.directory = directory;
        this.roles = roles;
        this.groups = groups;
        this.texts = texts;
    }

    @Override
    public Set<String> permissionsOf(String username) {
        return directory
                .member(username)
                .filter(Member::active)
                .map(Member::permissions)
                .orElse(Set.of());
    }

    @Override
    public List<Team> teams(Locale locale) {
        return Stream.concat(
                        roles.names().stream().map(role -> new Team(role.code(), role.in(texts, locale))),
                        groups.names().stream().map(group -> new Team(group.code(), group.name())))
                .sorted(Comparator.comparing(Team::code))
                .toList();
    }

    @Override
    public List<Person> find(PeopleSearch search, int first, int most) {
        String order =
                switch (search.order()) {
                    case USERNAME -> "u.username";
                    case USERNAME_DOWN -> "u.username desc";
                    case NAME -> "u.realName, u.username";
                    case NAME_DOWN -> "u.realName desc, u.username desc";
                };
        String people = "new io.opsflow.workflow.Person(u.username, u.realName)";
        return query(people, search, " order by " + order, Person.class)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public long count(PeopleSearch search) {
        return query("count(u)", search, "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> query(String what, PeopleSearch search, String order, Class<T> type) {
        List<String> conditions = new ArrayList<>(List.of("u.active = true"));
        Map<String, Object> values = new LinkedHashMap<>();
        if (search.usernames() != null) {
            conditions.add("u.username in :usernames");
            values.put("usernames", search.usernames());
        }
        if (search.name() != null) {
            conditions.add("u.realName like :name");
            values.put("name", search.name());
        }
        if (search.team() != null) {
            conditions.add(IN_TEAM);
            values.put("team", search.team());
        }
        TypedQuery<T> query = entities.createQuery(
                "select " + what + " from AppUser u where " + String.join(" and ", conditions) + order, type);
        values.forEach(query::setParameter);
        return query;
    }
}
