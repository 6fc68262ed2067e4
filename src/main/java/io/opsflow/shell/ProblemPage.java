package io.opsflow.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import io.opsflow.design.Glyph;
import io.opsflow.kernel.Actor;

/** A page that says why there is no page, and where to go instead. */
abstract class ProblemPage extends Div implements HasDynamicTitle {

    private String title = "";

    /** Says it. The location is offered again where trying again may help; null where it cannot. */
    final int say(int status, String heading, String sentence, boolean mayHelpToReload) {
        title = heading;
        removeAll();
        addClassName("ops-problem");
        Div calls = new Div();
        calls.addClassName("ops-calls");
        if (mayHelpToReload) {
            Anchor again = new Anchor("", getTranslation("shell.problem.again"));
            again.addClassNames("ops-call", "primary");
            again.getElement()
                    .setAttribute("router-ignore", true)
                    .executeJs("this.setAttribute('href', location.pathname + location.search)");
            calls.add(again);
        }
        Anchor home = Actor.isSignedIn()
                ? new Anchor("home", getTranslation("shell.problem.home"))
                : new Anchor("login", getTranslation("shell.start.sign-in"));
        home.addClassName("ops-call");
        calls.add(home);
        add(Glyph.of(status == 403 ? "lock" : status == 404 ? "search" : "alert"));
        add(new H1(heading), new Paragraph(sentence), calls);
        return status;
    }

    @Override
    public final String getPageTitle() {
        return title;
    }
}
