package io.opsflow.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who works here, in lists: the port through which the engine's own web applications know people. */
public interface Staff {

    /** The names of the permissions that somebody active has; empty for everybody else. */
    Set<String> permissionsOf(String username);

    /** All roles and groups, by code. */
    List<Team> teams(Locale locale);

    /** The active people that are looked for, from the given place on, at most so many. */
    List<Person> find(PeopleSearch search, int first, int most);

    /** How many active people are looked for. */
    long count(PeopleSearch search);
}
