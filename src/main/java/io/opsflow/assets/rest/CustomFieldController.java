package io.opsflow.assets.rest;

import io.opsflow.assets.Changes;
import io.opsflow.assets.CustomField;
import io.opsflow.assets.CustomFieldFacts;
import io.opsflow.assets.CustomFields;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
@RequestMapping("/api/v1/assets/custom-fields")
@Tag(name = "Custom fields", description = "Fields that administrators give to servers.")
class CustomFieldController {

    private final CustomFields fields;

    CustomFieldController(CustomFields fields) {
        this.fields = fields;
    }

    @GetMapping
    @Operation(summary = "Lists the fields that servers have besides those of the product")
    PageOf<CustomField> all(
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return PageOf.cut(fields.all(), new Paging(page, size, null, null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a field to all servers")
    ResponseEntity<CustomField> add(@RequestBody CustomFieldFacts facts) {
        CustomField added = fields.add(facts);
        return ResponseEntity.created(URI.create("/api/v1/assets/custom-fields/" + added.id()))
                .body(added);
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Changes a field; its name and kind stay")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = CustomFieldFacts.class)))
    CustomField edit(@PathVariable("id") long id, @RequestBody Map<String, @Nullable Object> changes) {
        return fields.edit(id, Changes.of(changes));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a field with all that it holds")
    void delete(@PathVariable("id") long id) {
        fields.delete(id);
    }
}
