package io.opsflow.workflow.rest;

import io.opsflow.workflow.InboxAudit;
import io.opsflow.workflow.InboxDifference;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/inbox")
@Tag(name = "Inbox", description = "Whether the inbox says what the engine says.")
class InboxController {

    private final InboxAudit audit;

    InboxController(InboxAudit audit) {
        this.audit = audit;
    }

    @GetMapping("/differences")
    @Operation(summary = "Compares the inbox with the engine; changes nothing")
    List<InboxDifference> differences() {
        return audit.compare();
    }

    @PostMapping("/repair")
    @Operation(summary = "Makes the inbox say what the engine says, and answers what was different")
    List<InboxDifference> repair() {
        return audit.repair();
    }
}
