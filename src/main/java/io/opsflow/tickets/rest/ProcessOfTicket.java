package io.opsflow.tickets.rest;

import io.opsflow.workflow.ActivityTrace;
import io.opsflow.workflow.ObjectProcess;
import java.util.List;

/**
 * Where a ticket's process stands and how it came there.
 *
 * @param processKey the process; its diagram is at {@code /processes/{key}/diagram}
 * @param name       its name in the language asked for
 * @param version    the version that the ticket follows
 * @param activities every place visited, in order, with its times; active ones have no end
 */
record ProcessOfTicket(String processKey, String name, int version, List<ActivityTrace> activities) {

    static ProcessOfTicket of(ObjectProcess process) {
        return new ProcessOfTicket(process.processKey(), process.name(), process.version(), process.activities());
    }
}
