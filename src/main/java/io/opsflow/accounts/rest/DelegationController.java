package io.opsflow.accounts.rest;

import io.opsflow.accounts.DelegationDetails;
import io.opsflow.accounts.DelegationFilter;
import io.opsflow.accounts.DelegationState;
import io.opsflow.accounts.Delegations;
import io.opsflow.accounts.SetDelegation;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/delegations")
@Tag(name = "Delegations", description = "Whose tasks a colleague does while somebody is away.")
class DelegationController {

    private final Delegations delegations;

    DelegationController(Delegations delegations) {
        this.delegations = delegations;
    }

    @GetMapping
    @Operation(summary = "Lists the caller's delegations, an administrator everybody's; what begins last first")
    PageOf<DelegationDetails> page(
            @Parameter(description = "Only those in which this person is away, or the colleague")
                    @RequestParam(name = "person", required = false)
                    @Nullable
                    String person,
            @Parameter(description = "upcoming, current or past")
                    @RequestParam(name = "state", required = false)
                    @Nullable
                    String state,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return delegations.page(
                new DelegationFilter(person, state == null ? null : state(state)), new Paging(page, size, null, null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Delegates one's own tasks to a colleague; an administrator also somebody else's")
    DelegationDetails set(@RequestBody SetDelegation request) {
        return delegations.set(request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a delegation now; one that has not begun is deleted")
    void end(@PathVariable("id") long id) {
        delegations.end(id);
    }

    private static DelegationState state(String code) {
        return Arrays.stream(DelegationState.values())
                .filter(state -> state.code().equals(code))
                .findAny()
                .orElseThrow(() -> new InvalidInput(
                        "state",
                        "unknown-value",
                        Arrays.stream(DelegationState.values())
                                .map(DelegationState::code)
                                .collect(Collectors.joining(", "))));
    }
}
