package io.opsflow.workflow.rest;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.Transition;
import io.opsflow.workflow.TransitionQuery;
import io.opsflow.workflow.Transitions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/workflow/logs")
@Tag(name = "Log", description = "Who moved what from where to where.")
class TransitionController {

    private final Transitions transitions;

    TransitionController(Transitions transitions) {
        this.transitions = transitions;
    }

    @GetMapping
    @Operation(summary = "Lists the transitions of all objects that the caller may see, the newest first")
    PageOf<Transition> page(
            @Parameter(description = "Only of this object: `T-1042`")
                    @RequestParam(name = "object", required = false)
                    @Nullable
                    String object,
            @Parameter(description = "Only by this user") @RequestParam(name = "actor", required = false) @Nullable
                    String actor,
            @Parameter(description = "Then or later") @RequestParam(name = "from", required = false) @Nullable
                    Instant from,
            @Parameter(description = "Before") @RequestParam(name = "to", required = false) @Nullable Instant to,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(description = "Where the last page ended (its `next`)")
                    @RequestParam(name = "after", required = false)
                    @Nullable
                    String after) {
        return transitions.page(new TransitionQuery(object, actor, from, to), new Paging(page, size, null, after));
    }
}
