package io.opsflow.tickets.rest;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Period;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.tickets.AddComment;
import io.opsflow.tickets.AssignTicket;
import io.opsflow.tickets.ConfirmTicket;
import io.opsflow.tickets.CorrectTicket;
import io.opsflow.tickets.HandleTicket;
import io.opsflow.tickets.OpenTicket;
import io.opsflow.tickets.Priority;
import io.opsflow.tickets.ReviewTicket;
import io.opsflow.tickets.StartTicket;
import io.opsflow.tickets.TaskType;
import io.opsflow.tickets.TicketComment;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketFilter;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketLogEntry;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.tickets.TicketSummary;
import io.opsflow.tickets.Tickets;
import io.opsflow.tickets.WithdrawTicket;
import io.opsflow.workflow.ProcessLibrary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tickets")
@Tag(name = "Tickets", description = "Requests for help. {key} is a ticket's key (T-1042) or its number (1042).")
class TicketController {

    private final Tickets tickets;
    private final ProcessLibrary processes;
    private final OpsFlowSettings settings;

    TicketController(Tickets tickets, ProcessLibrary processes, OpsFlowSettings settings) {
        this.tickets = tickets;
        this.processes = processes;
        this.settings = settings;
    }

    @GetMapping
    @Operation(
            summary = "Lists the tickets that the caller may see",
            description = "Dates are whole days in the installation's zone; times are instants. Behind row 10 000,"
                    + " send as `after` the `next` of the page before.")
    PageOf<TicketSummary> search(
            @Parameter(
                            description = "Any of these states",
                            array = @ArraySchema(schema = @Schema(implementation = TicketStatus.class)))
                    @RequestParam(name = "status", defaultValue = "")
                    List<String> statuses,
            @Parameter(
                            description = "Any of these priorities",
                            array = @ArraySchema(schema = @Schema(implementation = Priority.class)))
                    @RequestParam(name = "priority", defaultValue = "")
                    List<String> priorities,
            @Parameter(schema = @Schema(implementation = TaskType.class))
                    @RequestParam(name = "task_type", required = false)
                    @Nullable
                    String taskType,
            @RequestParam(name = "creator", required = false) @Nullable String creator,
            @RequestParam(name = "assignee", required = false) @Nullable String assignee,
            @Parameter(description = "Text in title, description or key")
                    @RequestParam(name = "q", required = false)
                    @Nullable
                    String q,
            @Parameter(description = "true: not closed; false: closed")
                    @RequestParam(name = "open", required = false)
                    @Nullable
                    Boolean open,
            @RequestParam(name = "created_from", required = false) @Nullable String createdFrom,
            @RequestParam(name = "created_to", required = false) @Nullable String createdTo,
            @RequestParam(name = "closed_from", required = false) @Nullable String closedFrom,
            @RequestParam(name = "closed_to", required = false) @Nullable String closedTo,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(
                            description = "created_at, updated_at, closed_at, priority, status, title or key,"
                                    + " then `,asc` or `,desc`")
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        Period created = Period.of("created_", createdFrom, createdTo, settings.timeZone());
        Period closed = Period.of("closed_", closedFrom, closedTo, settings.timeZone());
        TicketFilter filter = new TicketFilter(
                statuses.stream().map(TicketStatus::of).collect(Collectors.toSet()),
                priorities.stream().map(Priority::of).collect(Collectors.toSet()),
                taskType == null ? null : TaskType.of(taskType),
                creator,
                assignee,
                q,
                open,
                created.from(),
                created.to(),
                closed.from(),
                closed.to());
        return tickets.search(filter, new Paging(page, size, sort, after));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Files a ticket")
    ResponseEntity<TicketDetails> open(@RequestBody OpenTicket request) {
        TicketDetails ticket = tickets.open(request);
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + ticket.key()))
                .body(ticket);
    }

    @GetMapping("/{key}")
    @Operation(summary = "Shows a ticket, and what the caller can do with it")
    TicketDetails get(@PathVariable("key") TicketKey key) {
        return tickets.get(key);
    }

    @PatchMapping("/{key}")
    @Operation(summary = "Corrects one's own ticket before its review; fields that are absent stay")
    TicketDetails correct(@PathVariable("key") TicketKey key, @RequestBody CorrectTicket correction) {
        return tickets.correct(key, correction);
    }

    @PostMapping("/{key}/review")
    @Operation(summary = "Approves a ticket, or refuses and thereby closes it")
    TicketDetails review(@PathVariable("key") TicketKey key, @RequestBody ReviewTicket review) {
        return tickets.review(key, review);
    }

    @PostMapping("/{key}/assign")
    @Operation(summary = "Assigns a ticket to an engineer")
    TicketDetails assign(@PathVariable("key") TicketKey key, @RequestBody AssignTicket assignment) {
        return tickets.assign(key, assignment);
    }

    @PostMapping("/{key}/start")
    @Operation(summary = "Begins to handle a ticket")
    TicketDetails start(
            @PathVariable("key") TicketKey key, @RequestBody(required = false) @Nullable StartTicket start) {
        return tickets.start(key, start == null ? new StartTicket(null) : start);
    }

    @PostMapping("/{key}/handle")
    @Operation(summary = "Submits what was done")
    TicketDetails handle(
            @PathVariable("key") TicketKey key,
            @Parameter(description = "true: begins first where nobody has begun")
                    @RequestParam(name = "start", defaultValue = "false")
                    boolean start,
            @RequestBody HandleTicket solution) {
        return start ? tickets.startAndHandle(key, solution) : tickets.handle(key, solution);
    }

    @PostMapping("/{key}/confirm")
    @Operation(summary = "Confirms that a ticket is solved, or sends it back to its engineer")
    TicketDetails confirm(@PathVariable("key") TicketKey key, @RequestBody ConfirmTicket confirmation) {
        return tickets.confirm(key, confirmation);
    }

    @PostMapping("/{key}/withdraw")
    @Operation(summary = "Takes one's own ticket back before its review")
    TicketDetails withdraw(
            @PathVariable("key") TicketKey key, @RequestBody(required = false) @Nullable WithdrawTicket withdrawal) {
        return tickets.withdraw(key, withdrawal == null ? new WithdrawTicket(null) : withdrawal);
    }

    @GetMapping("/{key}/comments")
    @Operation(
            summary = "Lists what was said about a ticket, the oldest first",
            description = "Behind row 10 000, send as `after` the `next` of the page before.")
    PageOf<TicketComment> comments(
            @PathVariable("key") TicketKey key,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(description = "created_at, then `,asc` or `,desc`")
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return tickets.comments(key, new Paging(page, size, sort, after));
    }

    @PostMapping("/{key}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Says something about a ticket")
    ResponseEntity<TicketComment> comment(@PathVariable("key") TicketKey key, @RequestBody AddComment comment) {
        TicketComment added = tickets.comment(key, comment);
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + key + "/comments"))
                .body(added);
    }

    @GetMapping("/{key}/log")
    @Operation(summary = "Lists who moved a ticket from where to where, when and why, the oldest first")
    List<TicketLogEntry> log(@PathVariable("key") TicketKey key) {
        return tickets.log(key);
    }

    @GetMapping("/{key}/process")
    @Operation(summary = "Shows where a ticket's process stands and how it came there")
    ProcessOfTicket process(@PathVariable("key") TicketKey key, Locale locale) {
        TicketKey visible = tickets.get(key).key();
        return ProcessOfTicket.of(processes.ofObject(visible.toString(), locale));
    }
}
