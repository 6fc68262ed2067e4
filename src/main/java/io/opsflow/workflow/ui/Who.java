package io.opsflow.workflow.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.workflow.ActivityTrace;

/** Who did what happened at a place of the diagram, and for whom. */
final class Who {

    private Who() {}

    /** The name, or nothing where nobody had to act. */
    static String did(ActivityTrace visit) {
        String name = visit.assigneeName() == null ? "" : visit.assigneeName();
        return visit.onBehalfOfName() == null
                ? name
                : I18NProvider.translate("workflow.on-behalf", name, visit.onBehalfOfName());
    }

    /** The same with how long it took. */
    static String took(ActivityTrace visit, String took) {
        String who = did(visit);
        return who.isEmpty() ? took : who + " · " + took;
    }
}
