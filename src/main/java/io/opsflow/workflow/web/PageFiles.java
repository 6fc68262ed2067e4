package io.opsflow.workflow.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.WebResourceRoot.ResourceSetType;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Part of the web applications' own files is asked for in the servlet context. The server looks for such files in the jars
 * of the class path, but not in those that only a manifest names, which is how the packaged program names all of them.
 */
@Component
class PageFiles implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String ONE_OF_THEM = "META-INF/resources/plugin/cockpit/app/plugin.js";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> context.addLifecycleListener(event -> {
            if (event.getType().equals(Lifecycle.CONFIGURE_START_EVENT)) {
                add(context);
            }
        }));
    }

    private static void add(Context context) {
        try {
            URLConnection file = new ClassPathResource(ONE_OF_THEM).getURL().openConnection();
            // From the single jar the server finds them by itself.
            if (file instanceof JarURLConnection inside
                    && inside.getJarFileURL().getProtocol().equals("file")) {
                URL jar = inside.getJarFileURL();
                context.getResources()
                        .createWebResourceSet(ResourceSetType.RESOURCE_JAR, "/", jar, "/META-INF/resources");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
