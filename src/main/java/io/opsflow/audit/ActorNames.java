package io.opsflow.audit;

import java.util.Collection;
import java.util.Map;

/** Who the people are that entries name: told by the accounts. */
public interface ActorNames {

    /** The names of people, active or not, by user name; who is unknown is absent. */
    Map<String, String> namesOf(Collection<String> usernames);
}
