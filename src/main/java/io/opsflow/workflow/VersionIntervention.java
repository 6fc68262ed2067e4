package io.opsflow.workflow;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody suspends or resumes a version of a process, and says why.
 *
 * @param reason    in plain text
 * @param instances whether the instances that follow the version are suspended or resumed as well
 */
public record VersionIntervention(@NotBlank @Size(max = Intervention.LONGEST) String reason, boolean instances) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public VersionIntervention {
        if (reason != null) {
            reason = reason.strip();
        }
    }
}
