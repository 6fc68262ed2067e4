package io.opsflow.assets.rest;

import io.opsflow.assets.AssetFiles;
import io.opsflow.assets.AssetFilter;
import io.opsflow.assets.AssetImports;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.ImportOrder;
import io.opsflow.assets.ImportResult;
import io.opsflow.assets.ImportRun;
import io.opsflow.assets.TableFiles.Format;
import io.opsflow.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/assets")
@Tag(name = "Asset files", description = "Assets from spreadsheets and in spreadsheets.")
class AssetFileController {

    private final AssetFiles files;
    private final AssetImports imports;

    AssetFileController(AssetFiles files, AssetImports imports) {
        this.files = files;
        this.imports = imports;
    }

    @PostMapping("/import")
    @Operation(
            summary = "Records and changes what a file tells",
            description =
                    "The body is CSV (UTF-8 or GBK; found out unless the content type names it) or XLSX, its first row"
                            + " the names of the columns as the template has them. One transaction: all rows, or with"
                            + " `on_error=skip` the good ones. Rows count as spreadsheets count.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"))
            })
    ImportResult read(
            @Parameter(schema = @Schema(allowableValues = {"servers", "racks", "rooms"}))
                    @RequestParam(name = "kind", defaultValue = "servers")
                    String kind,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Parameter(schema = @Schema(allowableValues = {"abort", "skip"}))
                    @RequestParam(name = "on_error", defaultValue = "abort")
                    String onError,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable
                    String type,
            Locale locale,
            @Parameter(hidden = true) InputStream body) {
        return files.read(new ImportOrder(AssetKind.of(kind), dryRun, skips(onError), charset(type), locale), body);
    }

    private static boolean skips(String onError) {
        if (!onError.equals("abort") && !onError.equals("skip")) {
            throw new InvalidInput("on_error", "unknown-value", "abort, skip");
        }
        return onError.equals("skip");
    }

    @PostMapping("/imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Begins an import that nobody waits for",
            description =
                    "Body and parameters as for `/assets/import`. The answer tells its `id`; ask for that to see how"
                            + " it fares.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary"))
            })
    ImportRun begin(
            @Parameter(schema = @Schema(allowableValues = {"servers", "racks", "rooms"}))
                    @RequestParam(name = "kind", defaultValue = "servers")
                    String kind,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @Parameter(schema = @Schema(allowableValues = {"abort", "skip"}))
                    @RequestParam(name = "on_error", defaultValue = "abort")
                    String onError,
            @Parameter(description = "What to call the file") @RequestParam(name = "file", defaultValue = "")
                    String file,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable
                    String type,
            Locale locale,
            @Parameter(hidden = true) InputStream body) {
        return imports.begin(
                new ImportOrder(AssetKind.of(kind), dryRun, skips(onError), charset(type), locale), file, body);
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "Shows how an import fares")
    ImportRun run(@PathVariable("id") String id) {
        return imports.get(id);
    }

    @GetMapping("/imports/{id}/errors")
    @Operation(summary = "What was wrong with the rows of an import's file, as a CSV")
    ResponseEntity<byte[]> errors(@PathVariable("id") String id, Locale locale) {
        return file("errors", Format.CSV, imports.errors(id, locale));
    }

    @GetMapping("/export")
    @Filters(AssetKind.SERVER)
    @Operation(
            summary = "Writes a list into a file",
            description = "With the filters of the list of that kind: here those of servers. What is written can be"
                    + " imported again.")
    ResponseEntity<byte[]> write(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(schema = @Schema(allowableValues = {"servers", "racks", "rooms"}))
                    @RequestParam(name = "kind", defaultValue = "servers")
                    String kind,
            @Parameter(schema = @Schema(allowableValues = {"csv", "xlsx"}))
                    @RequestParam(name = "format", defaultValue = "csv")
                    String format) {
        Map<String, List<String>> filters = parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("kind")
                        && !parameter.getKey().equals("format"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        AssetKind wanted = AssetKind.of(kind);
        Format as = format(format);
        return file(wanted.plural(), as, files.write(wanted, as, AssetFilter.of(filters)));
    }

    @GetMapping("/template")
    @Operation(summary = "A file with the columns of a kind, to be filled in and imported")
    ResponseEntity<byte[]> template(
            @Parameter(schema = @Schema(allowableValues = {"servers", "racks", "rooms"}))
                    @RequestParam(name = "kind", defaultValue = "servers")
                    String kind,
            @Parameter(schema = @Schema(allowableValues = {"csv", "xlsx"}))
                    @RequestParam(name = "format", defaultValue = "csv")
                    String format) {
        AssetKind wanted = AssetKind.of(kind);
        Format as = format(format);
        return file(wanted.plural() + "-template", as, files.template(wanted, as));
    }

    private static ResponseEntity<byte[]> file(String name, Format format, byte[] content) {
        String file = name + "." + format.name().toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(content);
    }

    private static Format format(String code) {
        return Arrays.stream(Format.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("format", "unknown-value", "csv, xlsx"));
    }

    /** What a CSV is written in, as far as somebody says so. JSON and forms say nothing about files. */
    private static @Nullable Charset charset(@Nullable String type) {
        try {
            MediaType told = type == null ? null : MediaType.parseMediaType(type);
            return told == null || !told.getType().equals("text") ? null : told.getCharset();
        } catch (InvalidMediaTypeException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new InvalidInput("file", "encoding-unknown");
        }
    }
}
