package io.opsflow.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.Theme;

/**
 * What holds for the one HTML page that all screens live in. Clicks come as ordinary requests, with their session and
 * trace; nothing is pushed, since what changes by itself is asked for again.
 */
@Theme("opsflow")
@Viewport("width=device-width, initial-scale=1")
public class OpsFlowPage implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "icons/favicon.svg");
        settings.addMetaTag("theme-color", "#2f5fe0");
    }
}
