package io.opsflow.cli;

/** What a command's exit code says to the script that called it. */
enum Exit {
    /** Done, or nothing wrong found. */
    OK(0),
    /** Refused by a rule, or something was found that must be looked at. */
    REFUSED(1),
    /** The command was not written as it should be. */
    USAGE(2),
    /** Cannot be done now: settings, database or tables do not let it. */
    UNAVAILABLE(3),
    /** Failed in a way that nobody foresaw. */
    FAILED(4);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
