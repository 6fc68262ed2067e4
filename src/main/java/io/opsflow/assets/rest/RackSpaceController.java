package io.opsflow.assets.rest;

import io.opsflow.assets.Elevation;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.FreeSpace;
import io.opsflow.assets.Reservation;
import io.opsflow.assets.ReservationFacts;
import io.opsflow.assets.Reservations;
import io.opsflow.assets.WantedSpace;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Rack space", description = "What stands where in racks, what is kept free, and what would still fit.")
class RackSpaceController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Elevations elevations;
    private final Reservations reservations;

    RackSpaceController(Elevations elevations, Reservations reservations) {
        this.elevations = elevations;
        this.reservations = reservations;
    }

    @GetMapping("/racks/{id}/elevation")
    @Operation(
            summary = "Shows a rack from one side: drawn for `Accept: image/svg+xml`, otherwise as JSON",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(implementation = Elevation.class)),
                                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))
                            }))
    ResponseEntity<Object> elevation(
            @PathVariable("id") long id,
            @Parameter(schema = @Schema(allowableValues = {"front", "rear"}))
                    @RequestParam(name = "face", defaultValue = "front")
                    String face,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            Locale locale) {
        return wantsDrawing(accept)
                ? drawing(elevations.svg(id, side(face), locale))
                : data(elevations.of(id, side(face)));
    }

    @GetMapping("/rooms/{id}/elevations")
    @Operation(
            summary = "Shows the racks of a machine room from one side, row by row: drawn side by side for"
                    + " `Accept: image/svg+xml`, otherwise as JSON",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        array = @ArraySchema(schema = @Schema(implementation = Elevation.class))),
                                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))
                            }))
    ResponseEntity<Object> elevations(
            @PathVariable("id") long id,
            @Parameter(schema = @Schema(allowableValues = {"front", "rear"}))
                    @RequestParam(name = "face", defaultValue = "front")
                    String face,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            Locale locale) {
        return wantsDrawing(accept)
                ? drawing(elevations.svgOfRoom(id, side(face), locale))
                : data(elevations.ofRoom(id, side(face)));
    }

    @GetMapping("/rooms/{id}/elevations.svg")
    @Operation(
            summary = "Draws the racks of a machine room side by side, as a file",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string"))))
    ResponseEntity<Object> drawn(
            @PathVariable("id") long id,
            @Parameter(schema = @Schema(allowableValues = {"front", "rear"}))
                    @RequestParam(name = "face", defaultValue = "front")
                    String face,
            Locale locale) {
        return drawing(elevations.svgOfRoom(id, side(face), locale));
    }

    private static boolean wantsDrawing(String accept) {
        return accept.toLowerCase(Locale.ROOT).contains("image/svg+xml");
    }

    private static ResponseEntity<Object> data(Object body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** Opened by itself it is a page of this host: nothing in it may run. */
    private static ResponseEntity<Object> drawing(String svg) {
        return ResponseEntity.ok()
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .contentType(SVG)
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/racks/free-space")
    @Operation(
            summary = "Finds places for something of a size",
            description = "Racks in use, by row; in each the lowest places that do not overlap. At most 1000.")
    List<FreeSpace> free(
            @RequestParam(name = "room_id", required = false) @Nullable Long room,
            @RequestParam(name = "height_u", defaultValue = "1") int height,
            @RequestParam(name = "power_w", required = false) @Nullable Integer power,
            @Parameter(schema = @Schema(implementation = Face.class))
                    @RequestParam(name = "face", required = false)
                    @Nullable
                    String face) {
        return elevations.free(new WantedSpace(room, height, power, face == null ? null : Face.of(face)));
    }

    @GetMapping("/racks/{id}/reservations")
    @Operation(summary = "Lists the units of a rack that are kept free, from the bottom up")
    PageOf<Reservation> reservations(
            @PathVariable("id") long id,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return PageOf.cut(reservations.of(id), new Paging(page, size, null, null));
    }

    @PostMapping("/racks/{id}/reservations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keeps units of a rack free")
    ResponseEntity<Reservation> reserve(@PathVariable("id") long id, @RequestBody ReservationFacts facts) {
        Reservation added = reservations.add(id, facts);
        return ResponseEntity.created(URI.create("/api/v1/racks/" + id + "/reservations/" + added.id()))
                .body(added);
    }

    @DeleteMapping("/racks/{id}/reservations/{reservation_id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives reserved units free")
    void release(@PathVariable("id") long id, @PathVariable("reservation_id") long reservation) {
        reservations.delete(id, reservation);
    }

    private static Face side(String code) {
        Face face = Face.of(code);
        if (face == Face.BOTH) {
            throw new InvalidInput("face", "unknown-value", "front, rear");
        }
        return face;
    }
}
