package io.opsflow.workflow.rest;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.BundledAnswer;
import io.opsflow.workflow.BundledNewer;
import io.opsflow.workflow.GoBack;
import io.opsflow.workflow.ProcessRelease;
import io.opsflow.workflow.ProcessReleases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/processes/{key}")
@Tag(name = "Processes")
class ReleaseController {

    private final ProcessReleases releases;

    ReleaseController(ProcessReleases releases) {
        this.releases = releases;
    }

    @GetMapping("/releases")
    @Operation(summary = "Lists the versions of a process, newest first, with who deployed them and from where")
    PageOf<ProcessRelease> page(
            @PathVariable("key") String key,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return releases.page(key, new Paging(page, size, null, null));
    }

    @GetMapping("/bundled")
    @Operation(summary = "Shows the newer version that came with the product, where somebody has deployed another")
    @ApiResponse(responseCode = "200", description = "There is one; what it would change")
    @ApiResponse(responseCode = "204", description = "There is none", content = @Content)
    ResponseEntity<BundledNewer> bundled(@PathVariable("key") String key, Locale locale) {
        return releases.bundledNewer(key, locale).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent()
                .build());
    }

    @PostMapping("/bundled/take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deploys the newer version that came with the product")
    void take(@PathVariable("key") String key, @RequestBody BundledAnswer answer) {
        releases.takeBundled(key, answer);
    }

    @PostMapping("/bundled/keep")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keeps the version that applies; asked again when a release brings another content")
    void keep(@PathVariable("key") String key, @RequestBody BundledAnswer answer) {
        releases.keepLive(key, answer);
    }

    @PostMapping("/versions/{version}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deploys an older version's content again as the newest")
    void restore(@PathVariable("key") String key, @PathVariable("version") int version, @RequestBody GoBack command) {
        releases.goBack(key, version, command);
    }
}
