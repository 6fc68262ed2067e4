package io.opsflow.assets.rest;

import io.opsflow.assets.MoveDetails;
import io.opsflow.assets.MoveKey;
import io.opsflow.assets.MoveWork;
import io.opsflow.assets.Why;
import io.opsflow.attachments.Attachment;
import io.opsflow.attachments.Attachments;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/servers/moves/{key}")
@Tag(name = "Moves", description = "Servers on their way.")
class MoveController {

    private final MoveWork work;
    private final Attachments attachments;

    MoveController(MoveWork work, Attachments attachments) {
        this.work = work;
        this.attachments = attachments;
    }

    @PostMapping("/cancel")
    @Operation(summary = "Calls a move off, with a reason: its requester or an administrator, until it is carried out")
    MoveDetails cancel(@PathVariable("key") MoveKey key, @org.springframework.web.bind.annotation.RequestBody Why why) {
        return work.cancel(key, why);
    }

    @PostMapping("/label")
    @Operation(
            summary = "Reads the label of the server that somebody on site has before them",
            description = "The body is the photograph: JPEG, PNG or WebP. 409 says whose label it is, if another's.")
    @RequestBody(content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    MoveDetails scan(@PathVariable("key") MoveKey key, @Parameter(hidden = true) InputStream body) {
        return work.scan(key, attachments.received(body));
    }

    @GetMapping("/attachments")
    @Operation(summary = "Lists what hangs on a move, the oldest first")
    PageOf<Attachment> attachments(
            @PathVariable("key") MoveKey key,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return PageOf.cut(attachments.of(key.owner()), new Paging(page, size, null, null));
    }

    @PostMapping("/attachments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hangs a file on a move", description = "The body is the file. What it is, its content says.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Attachment> attach(
            @PathVariable("key") MoveKey key,
            @RequestParam(name = "name", required = false) @Nullable String name,
            @Parameter(hidden = true) InputStream body) {
        Attachment added = attachments.add(key.owner(), name, attachments.received(body));
        return ResponseEntity.created(URI.create("/api/v1/attachments/" + added.id()))
                .body(added);
    }
}
