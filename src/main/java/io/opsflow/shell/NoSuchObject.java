package io.opsflow.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Texts;

/** The page's object is not there, or not for this reader: both look alike. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoSuchObject extends ProblemPage implements HasErrorParameter<NotFound> {

    private final Texts texts;

    NoSuchObject(Texts texts) {
        this.texts = texts;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        return say(404, getTranslation("shell.missing.title"), texts.of(getLocale(), parameter.getException()), false);
    }
}
