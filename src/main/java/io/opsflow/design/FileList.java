package io.opsflow.design;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Files that hang on something: pictures are shown small, everything else by its name. */
public final class FileList extends UnorderedList {

    public FileList() {
        addClassName("file-list");
    }

    /**
     * A file.
     *
     * @param path    where it is, without a leading slash
     * @param picture whether it can be shown
     * @param author  what who added it is called
     * @param remove  takes it away again; null for those who may not
     */
    public FileList file(
            String name, String path, boolean picture, String author, Instant added, @Nullable Runnable remove) {
        Anchor link = new Anchor(path, picture ? "" : name);
        link.setRouterIgnore(true);
        link.setTarget("_blank");
        if (picture) {
            Image image = new Image(path, name);
            image.getElement().setAttribute("loading", "lazy");
            link.add(image);
        }
        Span by = new Span(new Span(author + " · "), Ago.of(added));
        by.addClassName("ops-dim");
        ListItem item = new ListItem(link, by);
        if (remove != null) {
            Button button = new Button(I18NProvider.translate("design.file.remove"), click -> remove.run());
            button.setAriaLabel(I18NProvider.translate("design.file.remove.of", name));
            button.addThemeNames("tertiary", "small");
            item.add(button);
        }
        add(item);
        return this;
    }
}
