package io.opsflow.attachments.rest;

import io.opsflow.attachments.Attachment;
import io.opsflow.attachments.AttachmentFile;
import io.opsflow.attachments.Attachments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/attachments")
@Tag(name = "Attachments", description = "Files that hang on objects; each object's calls list and take them.")
class AttachmentController {

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Gives an attachment's content",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> get(@PathVariable("id") long id) {
        AttachmentFile file = attachments.get(id);
        Attachment attachment = file.attachment();
        ContentDisposition disposition = (attachment.isPicture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(attachment.name(), StandardCharsets.UTF_8)
                .build();
        // Opened by itself it is a page of this host: nothing in it may run.
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(file.content());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an attachment away that one has added oneself, as long as its object is open")
    void delete(@PathVariable("id") long id) {
        attachments.delete(id);
    }
}
