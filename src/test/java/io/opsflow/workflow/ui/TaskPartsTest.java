package io.opsflow.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.design.ObjectPreview;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Texts;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OpsFlowTest
class TaskPartsTest {

    @Autowired
    As as;

    @Autowired
    Inbox inbox;

    @Autowired
    ProcessLibrary processes;

    @Autowired
    Texts texts;

    @Test
    void an_object_that_is_not_for_ones_eyes_leaves_the_task_without_preview_and_diagram() {
        ObjectPreview hidden = key -> {
            throw new NotFound(key);
        };
        TaskParts parts = new TaskParts(inbox, processes, texts, List.of(hidden), List.of(), List.of());
        InboxTask task = task("T-999999999");

        assertThat(as.user("supervisor", () -> parts.preview(task))).isEmpty();
        assertThat(as.user("supervisor", () -> parts.process(task))).isEmpty();
    }

    private static InboxTask task(String objectKey) {
        return new InboxTask(
                "1",
                objectKey,
                "",
                "ticket",
                "reviewTicket",
                "",
                "",
                "review",
                null,
                null,
                null,
                null,
                Urgency.MEDIUM,
                null,
                Instant.EPOCH,
                false);
    }
}
