package io.opsflow.workflow.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.TaskDetails;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whom a task waits for, in words. */
final class Waiting {

    private static final Pattern ROLE = Pattern.compile("[A-Z][A-Z_]*");
    private static final String GROUP = "g-";

    private Waiting() {}

    static String forWhom(TaskDetails details) {
        InboxTask task = details.task();
        return task.assigneeName() == null ? candidates(details.candidates()) : task.assigneeName();
    }

    private static String candidates(List<String> codes) {
        return codes.isEmpty()
                ? I18NProvider.translate("workflow.task.nobody")
                : codes.stream()
                        .map(Waiting::word)
                        .collect(Collectors.joining(I18NProvider.translate("workflow.task.or")));
    }

    private static String word(String code) {
        if (ROLE.matcher(code).matches()) {
            return I18NProvider.translate("accounts.role." + code);
        }
        return code.startsWith(GROUP) ? code.substring(GROUP.length()) : code;
    }
}
