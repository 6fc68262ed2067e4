package io.opsflow.workflow;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process, as far as it must be known while it runs.
 *
 * @param key           the process id
 * @param version       from 1
 * @param name          its name
 * @param documentation what it is for
 * @param steps         its flow nodes by id
 * @param forms         the forms deployed with it, by id
 * @param variables     what its diagram and its forms read: only these answers become variables
 * @param diagram       the diagram as BPMN, its names in one language
 */
record ProcessModel(
        String key,
        int version,
        Name name,
        Name documentation,
        Map<String, Step> steps,
        Map<String, FormSchema> forms,
        Set<String> variables,
        Name diagram) {

    /** A text in English with Chinese beside it. */
    record Name(String english, String chinese) {

        String in(Locale locale) {
            return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
        }
    }

    /**
     * One flow node.
     *
     * @param status  the state that it stands for, if any
     * @param action  what completing it means, for user tasks
     * @param formRef the form's id, for user tasks
     */
    record Step(String id, Name name, @Nullable String status, @Nullable String action, @Nullable String formRef) {}

    /** A user task with what each has. */
    record TaskStep(String id, String status, String action) {}

    /**
     * A step that waits for people.
     *
     * @throws IllegalStateException it lacks what makes it one: a version that was deployed past the model check
     */
    TaskStep taskStep(String id) {
        Step step = steps.get(id);
        if (step == null || step.status() == null || step.action() == null) {
            throw new IllegalStateException("task " + id + " of " + key + " lacks a status or an action");
        }
        return new TaskStep(id, step.status(), step.action());
    }

    /** A step's name; an id for what is not a flow node of this version. */
    String stepName(String step, Locale locale) {
        Step known = steps.get(step);
        return known == null ? step : known.name().in(locale);
    }
}
