package io.opsflow.workflow.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.opsflow.workflow.TaskForm;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A task's form.
 *
 * @param schema a Camunda Form
 * @param data   what its fields hold at first
 */
record Form(
        @JsonRawValue @Schema(types = "object") String schema, @JsonRawValue @Schema(types = "object") String data) {

    static Form of(TaskForm form) {
        return new Form(form.schema(), form.data());
    }
}
