package io.opsflow.workflow;

/** Where things are in the engine's own web application for watching. */
public final class Cockpit {

    /** Its first page, without a leading slash. */
    public static final String HOME = "camunda/app/cockpit/default/";

    private Cockpit() {}

    /** The path of a running instance, without a leading slash. What has ended is not shown there. */
    public static String instance(String instanceId) {
        return HOME + "#/process-instance/" + instanceId + "/runtime";
    }
}
