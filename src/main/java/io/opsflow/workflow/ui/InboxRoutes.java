package io.opsflow.workflow.ui;

import com.vaadin.flow.component.UI;
import io.opsflow.workflow.InboxQuery.View;

/** The ways to the inbox and to the processes. */
final class InboxRoutes {

    static final String INBOX = "inbox";
    static final String PROCESSES = "processes";
    static final String KEY = "key";
    static final String PROCESS = PROCESSES + "/:" + KEY;
    static final String FAILED = PROCESSES + "/failed";
    static final String ID = "id";
    static final String INSTANCE = PROCESSES + "/instances/:" + ID;

    private InboxRoutes() {}

    static void show(InboxState state) {
        String path = state.taskId() == null ? INBOX : INBOX + "/" + state.taskId();
        UI.getCurrent().navigate(path, state.parameters());
    }

    static String path(View view) {
        return view == View.MINE ? INBOX : INBOX + "?" + InboxState.VIEW + "=" + InboxState.lower(view);
    }

    static String process(String key) {
        return PROCESSES + "/" + key;
    }

    static String instance(String id) {
        return PROCESSES + "/instances/" + id;
    }

    /** The same instance in the engine's own application, which the router does not know. */
    static String cockpit(String instanceId) {
        return "camunda/app/cockpit/default/#/process-instance/" + instanceId;
    }
}
