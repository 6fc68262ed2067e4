package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.Servers;
import jakarta.annotation.security.RolesAllowed;

/** Where a label's QR code leads: on to the page of its server. */
@Route(AssetRoutes.LABEL)
@RolesAllowed("assets.view")
class LabelView extends Div implements BeforeEnterObserver {

    private final Servers servers;

    LabelView(Servers servers) {
        this.servers = servers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String number =
                event.getLocation().getQueryParameters().getSingleParameter("n").orElse("");
        event.forwardTo(AssetRoutes.server(servers.labelled(number).id()));
    }
}
