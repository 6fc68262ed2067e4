package io.opsflow.notifications.rest;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.notifications.MyNotifications;
import io.opsflow.notifications.NotificationDetails;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "Notifications", description = "What the caller was told.")
class NotificationController {

    private final MyNotifications notifications;

    NotificationController(MyNotifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    @Operation(summary = "Lists what the caller was told, the newest first")
    PageOf<NotificationDetails> page(
            @Parameter(description = "true: only what is unread") @RequestParam(name = "unread", defaultValue = "false")
                    boolean unread,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(description = "Where the last page ended (its `next`)")
                    @RequestParam(name = "after", required = false)
                    @Nullable
                    String after,
            Locale locale) {
        return notifications.page(unread, new Paging(page, size, null, after), locale);
    }

    @PostMapping("/{id}/mark-read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks a message as read")
    void markRead(@PathVariable("id") long id) {
        notifications.markRead(id);
    }

    @PostMapping("/mark-read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks all messages of the caller as read")
    void markAllRead() {
        notifications.markAllRead();
    }
}
