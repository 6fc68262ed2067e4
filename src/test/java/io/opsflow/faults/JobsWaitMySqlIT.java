package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowMySqlTest;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.tickets.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The job executor stops and starts while people work. */
@OpsFlowMySqlTest
class JobsWaitMySqlIT {

    @Autowired
    Tickets tickets;

    @Autowired
    As as;

    @Autowired
    ProcessEngine engine;

    private JobExecutor jobs;
    private TicketMaker make;
    private volatile boolean working = true;

    @BeforeEach
    void find() {
        jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        make = new TicketMaker(tickets, as);
    }

    @AfterEach
    void stop() {
        working = false;
        jobs.shutdown();
    }

    @Test
    void jobs_wait_while_nobody_runs_them_and_run_then() throws InterruptedException {
        Queue<TicketKey> confirmed = new ConcurrentLinkedQueue<>();
        List<Thread> people = new ArrayList<>();
        for (int person = 0; person < 2; person++) {
            Thread thread = new Thread(() -> {
                while (working) {
                    confirmed.add(make.confirmed());
                }
            });
            thread.start();
            people.add(thread);
        }
        for (int turn = 0; turn < 3; turn++) {
            jobs.start();
            TicketKey early = next(confirmed);
            await(early, TicketStatus.CLOSED);
            jobs.shutdown();
            TicketKey late = next(confirmed);
            next(confirmed);
            assertThat(status(late)).isEqualTo(TicketStatus.CONFIRMED);
        }
        working = false;
        for (Thread person : people) {
            person.join();
        }
        jobs.start();
        confirmed.forEach(ticket -> await(ticket, TicketStatus.CLOSED));
        assertThat(confirmed).hasSizeGreaterThan(6);
    }

    /** The next ticket that is confirmed from now on. */
    private static TicketKey next(Queue<TicketKey> confirmed) {
        int before = confirmed.size();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> confirmed.size() > before);
        return confirmed.stream().skip(before).findFirst().orElseThrow();
    }

    private void await(TicketKey ticket, TicketStatus wanted) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status(ticket) == wanted);
    }

    private TicketStatus status(TicketKey ticket) {
        return as.user("requester", () -> tickets.get(ticket).status());
    }
}
