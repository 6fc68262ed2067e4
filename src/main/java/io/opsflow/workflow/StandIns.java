package io.opsflow.workflow;

import java.util.List;

/** Who does whose tasks while people are away: the port through which the inbox knows it. */
public interface StandIns {

    /** The active people whose tasks somebody does at this moment, by user name, sorted; a few seconds old at most. */
    List<String> absentFor(String username);

    /** Whether somebody does a person's tasks at this very moment; asked before one is changed. */
    boolean standsInFor(String username, String absent);
}
