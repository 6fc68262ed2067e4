package io.opsflow.workflow.ui;

import io.opsflow.design.MenuLink;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.Cockpit;
import org.springframework.stereotype.Component;

/** Cockpit, for those who watch. */
@Component
class CockpitLink implements MenuLink {

    @Override
    public String path() {
        return Cockpit.HOME;
    }

    @Override
    public String title() {
        return "workflow.cockpit";
    }

    @Override
    public int order() {
        return 390;
    }

    @Override
    public String icon() {
        return "monitor";
    }

    @Override
    public boolean isForMe() {
        return Actor.may(Permissions.PROCESSES_WATCH);
    }
}
