package io.opsflow.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.EmptyState;
import io.opsflow.workflow.InboxQuery.View;
import java.util.function.Consumer;

/** What stands where no task is: what would be here, and where to look next. */
final class InboxEmpty {

    private InboxEmpty() {}

    static EmptyState of(InboxState state, Consumer<InboxState> go) {
        if (state.filtered()) {
            return empty(
                    "filtered",
                    button("workflow.inbox.filter.clear", go, state.only(null).with(null)));
        }
        return state.view() == View.MINE
                ? empty("mine", button("workflow.inbox.empty.claimable.action", go, state.in(View.CLAIMABLE)))
                : empty(InboxState.lower(state.view()));
    }

    private static EmptyState empty(String name, Button... next) {
        String key = "workflow.inbox.empty." + name;
        return new EmptyState("inbox", I18NProvider.translate(key), I18NProvider.translate(key + ".hint"), next);
    }

    private static Button button(String key, Consumer<InboxState> go, InboxState target) {
        return new Button(I18NProvider.translate(key), click -> go.accept(target));
    }
}
