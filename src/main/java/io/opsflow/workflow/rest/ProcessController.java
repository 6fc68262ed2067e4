package io.opsflow.workflow.rest;

import io.opsflow.workflow.ProcessDefinitionSummary;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.ProcessVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/processes")
@Tag(name = "Processes", description = "The processes that work follows, as their owners have drawn them.")
class ProcessController {

    private final ProcessLibrary processes;

    ProcessController(ProcessLibrary processes) {
        this.processes = processes;
    }

    @GetMapping
    @Operation(summary = "Lists every process in its latest version")
    List<ProcessDefinitionSummary> definitions(Locale locale) {
        return processes.definitions(locale);
    }

    @GetMapping(path = "/{key}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "Shows a process as BPMN, with its names in the caller's language")
    String diagram(
            @PathVariable("key") String key,
            @Parameter(description = "The latest, unless told")
                    @RequestParam(name = "version", required = false)
                    @Nullable
                    Integer version,
            Locale locale) {
        return processes.diagram(key, version, locale);
    }

    @GetMapping("/{key}/versions")
    @Operation(summary = "Lists the versions of a process, newest first")
    List<ProcessVersion> versions(@PathVariable("key") String key) {
        return processes.versions(key);
    }
}
