package io.opsflow.audit;

import java.time.Instant;
import java.util.List;

/**
 * What a check of the chain has found.
 *
 * @param checkedAt when it ended
 * @param entries   how many entries were looked at
 * @param links     how many links hold them
 * @param waiting   how many entries are not chained yet; each of them is signed
 * @param findings  the first {@link #NAMED} of what is wrong, from the oldest
 * @param wrong     how much is wrong in all
 */
public record AuditReport(
        Instant checkedAt, long entries, long links, long waiting, List<AuditFinding> findings, long wrong) {

    /** So many findings are told one by one. */
    public static final int NAMED = 50;

    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether the log is as the program has written it. */
    public boolean isIntact() {
        return wrong == 0;
    }
}
