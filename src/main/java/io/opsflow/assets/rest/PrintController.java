package io.opsflow.assets.rest;

import io.opsflow.assets.AssetFilter;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.LabelPaper;
import io.opsflow.assets.Prints;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Asset prints", description = "Racks and labels as PDF.")
class PrintController {

    private static final String PDF = MediaType.APPLICATION_PDF_VALUE;

    private final Prints prints;

    PrintController(Prints prints) {
        this.prints = prints;
    }

    @GetMapping("/racks/{id}/elevation.pdf")
    @Operation(
            summary = "Draws a rack from both sides on one page",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF)))
    ResponseEntity<byte[]> rack(@PathVariable("id") long id, Locale locale) {
        return file("rack-" + id, prints.rack(id, locale));
    }

    @GetMapping("/rooms/{id}/elevations.pdf")
    @Operation(
            summary = "Draws the racks of a machine room from both sides, one a page",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF)))
    ResponseEntity<byte[]> room(@PathVariable("id") long id, Locale locale) {
        return file("room-" + id, prints.room(id, locale));
    }

    @GetMapping("/assets/labels")
    @Filters(AssetKind.SERVER)
    @Operation(
            summary = "Draws labels with QR codes",
            description =
                    "With the filters of the list of that kind, here those of servers; by name, at most 2000. `a4` is"
                            + " a sheet of 24 (3 × 8), `62x29` one label a page.",
            responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF)))
    ResponseEntity<byte[]> labels(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(schema = @Schema(allowableValues = {"a4", "62x29"}))
                    @RequestParam(name = "paper", defaultValue = "a4")
                    String paper,
            @Parameter(schema = @Schema(allowableValues = {"servers", "racks", "rooms"}))
                    @RequestParam(name = "kind", defaultValue = "servers")
                    String kind) {
        Map<String, List<String>> filters = parameters.entrySet().stream()
                .filter(parameter -> !Set.of("paper", "kind").contains(parameter.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return file("labels", prints.labels(AssetKind.of(kind), AssetFilter.of(filters), LabelPaper.of(paper)));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(content);
    }
}
