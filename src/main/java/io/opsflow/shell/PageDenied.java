package io.opsflow.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page is there, but not for this reader. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class PageDenied extends ProblemPage implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return say(403, getTranslation("shell.denied.title"), getTranslation("shell.denied.page"), false);
    }
}
