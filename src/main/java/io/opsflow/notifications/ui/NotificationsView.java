package io.opsflow.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Ago;
import io.opsflow.design.Formats;
import io.opsflow.design.ListPage;
import io.opsflow.notifications.MyNotifications;
import io.opsflow.notifications.NotificationDetails;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What I was told; whoever opens a message has read it, and comes to what it is about. */
@Route(NotificationsView.PATH)
@PermitAll
class NotificationsView extends ListPage<NotificationDetails> implements HasDynamicTitle {

    static final String PATH = "notifications";

    private static final String UNREAD = "unread";

    private final MyNotifications mine;

    NotificationsView(MyNotifications mine) {
        super(
                "notifications.title",
                (filters, paging) -> mine.page("true".equals(filters.get(UNREAD)), paging, Formats.locale()));
        this.mine = mine;
        choice(UNREAD, "notifications.show", List.of(new Option("true", getTranslation("notifications.unread"))));
        action("notifications.mark-all", "check", null, this::markAllRead);
        column("notifications.message", NotificationsView::text).grows();
        column("notifications.at", NotificationDetails::createdAt).width("130px");
        narrow(NotificationsView::line);
        onOpen(this::opened);
        empty("bell", "notifications.none", "notifications.none.hint");
    }

    private static Component text(NotificationDetails told) {
        Span text = new Span(told.text());
        text.addClassName("ops-cell");
        text.getElement().setAttribute("title", told.text());
        if (told.unread()) {
            text.getStyle().set("font-weight", "600");
        }
        return text;
    }

    private static Component line(NotificationDetails told) {
        Component text = text(told);
        text.getElement().getStyle().set("white-space", "normal");
        Div line = new Div(text, Ago.of(told.createdAt()));
        line.addClassName("ops-narrow-row");
        return line;
    }

    private String opened(NotificationDetails told) {
        mine.markRead(told.id());
        return told.link() == null ? PATH : told.link();
    }

    private void markAllRead() {
        mine.markAllRead();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notifications.title");
    }
}
