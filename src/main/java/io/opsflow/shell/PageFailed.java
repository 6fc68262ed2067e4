package io.opsflow.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page could not be made. Stands without the frame's data, which may be what failed. */
@ParentLayout(PlainLayout.class)
@AnonymousAllowed
class PageFailed extends ProblemPage implements HasErrorParameter<Exception> {

    private final Failures failures;

    PageFailed(Failures failures) {
        this.failures = failures;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Throwable thrown =
                parameter.getCaughtException() == null ? parameter.getException() : parameter.getCaughtException();
        Failures.Failure failure = failures.explain(thrown, getLocale());
        return say(failure.status(), failure.title(), failure.sentence(), failure.status() >= 500);
    }
}
