package io.opsflow.tickets.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.design.OpsDiagram;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery;
import io.opsflow.workflow.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.MockMvc;

/** A process owner offers the first task to a role that sees no tickets: whoever has it may see what it is about. */
@OpsFlowTest
class OfferedTicketTest {

    private static final String ACTION = "examine";
    private static final String DUE = "camunda:dueDate=\"${deadline}\"";
    private static final String DEADLINE =
            """
            "components": [{"type": "datetime", "subtype": "datetime", "id": "Deadline", "key": "deadline",
              "dateLabel": "Until", "timeLabel": "Until"},""";

    @Autowired
    Tickets tickets;

    @Autowired
    Processes processes;

    @Autowired
    Inbox inbox;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    ApplicationContext product;

    @Autowired
    MockMvc web;

    @Autowired
    As as;

    private String deployment = "";
    private TicketKey key = new TicketKey(1);

    @BeforeEach
    void the_owner_changes_the_process() {
        deployment = deploy("PROCESS_OWNER,ENGINEER");
        key = new TicketMaker(tickets, as).pending();
    }

    @AfterEach
    void and_takes_it_back() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void whom_a_task_is_offered_to_reads_its_ticket_while_it_waits_and_after_completing_it() {
        as.user("engineer", () -> assertThat(tickets.get(key).availableActions())
                .containsExactly(ACTION));
        as.user("engineer", () -> assertThat(tickets.log(key)).hasSize(1));
        assertThatThrownBy(() -> as.user("manager", () -> tickets.get(key))).isInstanceOf(NotFound.class);

        as.user("engineer", () -> processes.complete(key.toString(), ACTION, answer()));

        as.user("engineer", () -> assertThat(tickets.get(key).availableActions())
                .isEmpty());
        assertThatThrownBy(() -> as.user("engineer2", () -> tickets.get(key))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.user("owner", () -> tickets.get(key))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_claimed_task_hides_its_ticket_from_the_others() {
        as.user("engineer", () -> inbox.claim(task(), Locale.ENGLISH));

        as.user("engineer", () -> assertThat(tickets.get(key).key()).isEqualTo(key));
        assertThatThrownBy(() -> as.user("engineer2", () -> tickets.get(key))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_inbox_shows_the_ticket_and_its_process_to_who_has_no_ticket_screens() {
        try (Screens screens = new Screens(product, as)) {
            screens.open("owner", Locale.ENGLISH, "inbox/" + task() + "?view=claimable");

            assertThat(screens.text()).contains("It stops at 80 %.");
            assertThat(screens.find(OpsDiagram.class).isVisible()).isTrue();
            assertThat(screens.text()).doesNotContain("tickets/" + key);
        }
    }

    @Test
    void the_api_answers_too_and_lists_stay_what_the_role_sees() throws Exception {
        String path = "/api/v1/tickets";
        web.perform(get(path + "/" + key).with(httpBasic("engineer", "engineer123")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.available_actions", hasItem(ACTION)));
        web.perform(get(path + "/" + key + "/process").with(httpBasic("owner", "owner123")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.process_key").value("ticket-handling"));
        web.perform(get(path + "?q=" + key).with(httpBasic("engineer", "engineer123")))
                .andExpect(jsonPath("$.items[*].key").isEmpty());
    }

    @Test
    void a_date_with_its_time_becomes_the_moment_that_its_sender_means() {
        as.user("engineer", () -> processes.complete(key.toString(), ACTION, answer()));

        Instant due = as.user("manager", () -> inbox.page(
                        new InboxQuery(InboxQuery.View.ALL, null, null, key.toString()),
                        Paging.first(1),
                        Locale.ENGLISH)
                .items()
                .get(0)
                .dueAt());
        assertThat(due).isEqualTo(Instant.parse("2026-12-01T01:30:00Z"));
    }

    private static Answers answer() {
        return Answers.none().and("approved", true).and("comment", "seen").and("deadline", "2026-12-01T09:30");
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key.toString())
                .singleResult()
                .getId();
    }

    private String deploy(String groups) {
        try {
            var files = new PathMatchingResourcePatternResolver();
            String diagram = files.getResource("classpath:bpmn/tickets/ticket-handling.bpmn")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replace("<bpmn:userTask id=\"assignTicket\"", "<bpmn:userTask id=\"assignTicket\" " + DUE)
                    .replace("camunda:candidateGroups=\"SUPERVISOR\"", "camunda:candidateGroups=\"" + groups + "\"")
                    .replace("name=\"action\" value=\"review\"", "name=\"action\" value=\"" + ACTION + "\"");
            DeploymentBuilder all = repository.createDeployment().addString("ticket-handling.bpmn", diagram);
            for (Resource form : List.of(files.getResources("classpath:forms/tickets/*.form"))) {
                String text = form.getContentAsString(StandardCharsets.UTF_8);
                all.addString(
                        form.getFilename(),
                        form.getFilename().equals("review-ticket.form")
                                ? text.replaceFirst("\"components\": \\[", DEADLINE)
                                : text);
            }
            return all.deploy().getId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
