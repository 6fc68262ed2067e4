package io.opsflow.workflow.rest;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.TaskDetails;
import io.opsflow.workflow.TaskForm;
import io.opsflow.workflow.Urgency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "What waits for the caller, in all processes.")
class TaskController {

    private final Inbox inbox;

    TaskController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    @Operation(summary = "Lists the tasks that wait for the caller")
    PageOf<InboxTask> page(
            @Parameter(description = "mine: the caller's own; claimable: offered to the caller's roles and groups; all")
                    @RequestParam(name = "view", defaultValue = "all")
                    String view,
            @Parameter(description = "Only of the process with this key")
                    @RequestParam(name = "process", required = false)
                    @Nullable
                    String process,
            @Parameter(description = "urgent, high, medium or low")
                    @RequestParam(name = "urgency", required = false)
                    @Nullable
                    String urgency,
            @Parameter(description = "Text in the title or the key")
                    @RequestParam(name = "q", required = false)
                    @Nullable
                    String q,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(description = "urgency, due_at or created_at, then `,asc` or `,desc`")
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            Locale locale) {
        InboxQuery query = new InboxQuery(
                constant("view", InboxQuery.View.values(), view),
                process,
                urgency == null ? null : constant("urgency", Urgency.values(), urgency),
                q);
        return inbox.page(query, new Paging(page, size, sort, null), locale);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a task, and what the caller can do with it")
    TaskDetails get(@PathVariable("id") String id, Locale locale) {
        return inbox.get(id, locale);
    }

    @GetMapping("/{id}/form")
    @Operation(summary = "Shows a task's form in the caller's language")
    Form form(@PathVariable("id") String id, Locale locale) {
        TaskForm form = inbox.form(id, locale);
        if (form == null) {
            throw new NotFound(id);
        }
        return Form.of(form);
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Takes a task that is offered")
    TaskDetails claim(@PathVariable("id") String id, Locale locale) {
        return inbox.claim(id, locale);
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Gives a claimed task back to those it was offered to")
    TaskDetails release(@PathVariable("id") String id, Locale locale) {
        return inbox.release(id, locale);
    }

    @PostMapping("/{id}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Completes a task with the fields of its form")
    void complete(@PathVariable("id") String id, @RequestBody Map<String, Object> fields) {
        inbox.complete(id, fields);
    }

    private static <E extends Enum<E>> E constant(String field, E[] constants, String code) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidInput(
                        field,
                        "unknown-value",
                        Arrays.stream(constants)
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
