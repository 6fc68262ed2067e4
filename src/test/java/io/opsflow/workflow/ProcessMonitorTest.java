package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

/** What people see of processes, and what they do from outside, on a real engine with jobs that really fail. */
@OpsFlowTest
@Import(Weather.class)
class ProcessMonitorTest {

    private static final AtomicInteger FLIGHTS = new AtomicInteger();
    private static final Intervention WHY = new Intervention("the storm is over");

    @Autowired
    ProcessMonitor monitor;

    @Autowired
    ProcessLibrary library;

    @Autowired
    ProcessOperations operations;

    @Autowired
    FailedJobs jobs;

    @Autowired
    Weather.Balloons balloons;

    @Autowired
    SqlCount statements;

    @Autowired
    As as;

    private final String flight = "flight-" + FLIGHTS.incrementAndGet();

    @BeforeEach
    void deploy() {
        balloons.deploy(flight);
    }

    @Test
    void instances_are_found_by_state_version_place_and_key() {
        String waiting = order();
        String failed = failed("fog");
        String standing = order();
        launch(standing);
        balloons.deploy(flight);
        String second = order();
        String ended = order();
        launch(ended);
        as.user("supervisor", () -> balloons.land(ended));

        assertThat(keys(all())).containsExactlyInAnyOrder(waiting, failed, standing, second, ended);
        assertThat(keys(in(InstanceState.RUNNING))).containsExactlyInAnyOrder(waiting, failed, standing, second);
        assertThat(keys(in(InstanceState.FAILED))).containsExactly(failed);
        assertThat(keys(in(InstanceState.ENDED))).containsExactly(ended);
        assertThat(keys(in(InstanceState.SUSPENDED))).isEmpty();
        assertThat(keys(in(InstanceState.CANCELLED))).isEmpty();
        assertThat(keys(new InstanceQuery(flight, 2, null, null, null))).containsExactlyInAnyOrder(second, ended);
        assertThat(keys(new InstanceQuery(flight, null, null, "bringHome", null)))
                .containsExactly(standing);
        assertThat(keys(new InstanceQuery(flight, 1, null, "launchBalloon", null)))
                .containsExactlyInAnyOrder(waiting, failed);
        assertThat(keys(new InstanceQuery(flight, null, null, null, ended.toLowerCase(Locale.ROOT))))
                .containsExactly(ended);
        assertThat(keys(new InstanceQuery(flight, null, null, null, "%"))).isEmpty();
        assertThatThrownBy(() -> keys(new InstanceQuery(flight, 9, null, null, null)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_instance_in_the_list_tells_where_it_stands_since_when_and_how_it_fares() {
        failed("fog");
        String standing = order();
        launch(standing);

        List<InstanceSummary> page = page("owner", all(), 10).items();

        assertThat(page)
                .extracting(InstanceSummary::state)
                .containsExactly(InstanceState.RUNNING, InstanceState.FAILED);
        assertThat(page).allSatisfy(instance -> assertThat(instance.version()).isEqualTo(1));
        assertThat(page.get(0).standing()).extracting(Standing::name).containsExactly("Bring home");
        assertThat(page.get(1).standing()).extracting(Standing::name).containsExactly("Launch balloon");
        assertThat(page)
                .allSatisfy(instance -> assertThat(instance.standing().get(0).since())
                        .isBetween(instance.startedAt(), instance.startedAt().plusSeconds(60)));
    }

    @Test
    void titles_of_objects_that_are_not_for_ones_eyes_are_not_told() {
        String first = failed("secret fog");
        String second = failed("secret fog");

        List<InstanceSummary> owners = page("owner", all(), 10).items();
        assertThat(owners).extracting(InstanceSummary::objectKey).containsExactlyInAnyOrder(first, second);
        assertThat(owners)
                .filteredOn(instance -> instance.title() != null)
                .singleElement()
                .satisfies(one -> assertThat(one.title()).isEqualTo("Balloon " + one.objectKey()));
        assertThat(page("admin", all(), 10).items())
                .allSatisfy(instance -> assertThat(instance.title()).isEqualTo("Balloon " + instance.objectKey()));
        assertThat(as.user("owner", () -> jobs.page(failures(null), Paging.first(10), Locale.ENGLISH))
                        .items())
                .extracting(FailedJob::title)
                .containsOnlyOnce((String) null);
    }

    @Test
    void a_diagram_is_told_what_stands_and_what_failed_at_its_places() {
        order();
        failed("fog");
        failed("fog");
        launch(order());

        List<ActivityCount> counts = as.user("owner", () -> monitor.counts(flight, null, Locale.ENGLISH));

        assertThat(counts)
                .containsExactly(
                        new ActivityCount("bringHome", "Bring home", 1, 0),
                        new ActivityCount("launchBalloon", "Launch balloon", 3, 2));
        ProcessDefinitionSummary listed = as.user("owner", () -> library.definitions(Locale.ENGLISH)).stream()
                .filter(process -> process.key().equals(flight))
                .findFirst()
                .orElseThrow();
        assertThat(listed.running()).isEqualTo(4);
        assertThat(listed.failed()).isEqualTo(2);
        assertThat(listed.source()).isEqualTo(ModelSource.LIVE_EDIT);
    }

    @Test
    void who_may_only_view_sees_versions_and_diagrams_but_nothing_of_what_happens() {
        failed("fog");
        balloons.deploy(flight);

        as.user("viewer", () -> {
            assertThat(library.definitions(Locale.ENGLISH)).allSatisfy(process -> {
                assertThat(process.running()).isNull();
                assertThat(process.failed()).isNull();
                assertThat(process.source()).isNull();
            });
            assertThat(library.versions(flight))
                    .extracting(ProcessVersion::version)
                    .containsExactly(2, 1);
            assertThat(library.versions(flight))
                    .allSatisfy(version -> assertThat(version.running()).isNull());
            assertThat(library.diagram(flight, 1, Locale.ENGLISH)).contains("Launch balloon");
            assertThatThrownBy(() -> monitor.counts(flight, null, Locale.ENGLISH))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> jobs.groups(failures(null))).isInstanceOf(AccessDeniedException.class);
        });
        assertThat(as.user("owner", () -> library.versions(flight)))
                .extracting(ProcessVersion::running)
                .containsExactly(0L, 1L);
    }

    @Test
    void the_path_of_an_instance_is_known_when_it_has_ended() {
        String key = order();
        launch(key);
        as.user("supervisor", () -> balloons.land(key));

        InstanceDetails past = details("owner", key);

        assertThat(past.instance().state()).isEqualTo(InstanceState.ENDED);
        assertThat(past.flows()).containsExactly("toLaunch", "toHome", "toEnd");
        assertThat(past.activities())
                .extracting(ActivityTrace::activityId)
                .containsExactly("flightOrdered", "launchBalloon", "bringHome", "landed");
        assertThat(past.activities().get(2).assignee()).isEqualTo("supervisor");
        assertThat(past.active()).isEmpty();
        assertThat(past.done()).contains("landed", "toEnd");
        assertThat(past.startedBy()).isNotNull();
    }

    @Test
    void a_failed_job_is_retried_with_a_reason_and_goes_through() {
        String key = failed("Storm over <b>sea</b>\nat com.example.Sea");
        String job = balloons.job(key);
        FailedJob failed = as.user("admin", () -> jobs.page(failures(null), Paging.first(10), Locale.ENGLISH))
                .items()
                .get(0);
        assertThat(failed.id()).isEqualTo(job);
        assertThat(failed.message()).isEqualTo("Storm over <b>sea</b>");
        assertThat(failed.activityName()).isEqualTo("Launch balloon");
        assertThat(failed.retries()).isZero();
        assertThat(failed.failedAt()).isNotNull();
        assertThat(as.user("admin", () -> jobs.stackTrace(job))).contains("IllegalStateException");

        as.user("admin", () -> jobs.retry(job, WHY));

        assertThat(details("admin", key).incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.resolvedAt()).isNotNull());
        launch(key);
        InstanceDetails now = details("owner", key);
        assertThat(now.active()).containsExactly("bringHome");
        assertThat(now.interventions()).singleElement().satisfies(intervention -> {
            assertThat(intervention.operation()).isEqualTo("SetJobRetries");
            assertThat(intervention.username()).isEqualTo("admin");
            assertThat(intervention.reason()).isEqualTo("the storm is over");
        });
        assertThat(as.user("admin", () -> jobs.page(failures(null), Paging.first(10), Locale.ENGLISH))
                        .items())
                .isEmpty();
    }

    @Test
    void what_fails_again_is_seen_again() {
        String key = failed("hail");
        as.user("admin", () -> jobs.retry(balloons.job(key), WHY));

        balloons.launch(key, "more hail");

        assertThat(as.user("admin", () -> jobs.page(failures(null), Paging.first(10), Locale.ENGLISH))
                        .items())
                .extracting(FailedJob::message, FailedJob::retries)
                .containsExactly(tuple("more hail", 0));
        assertThat(details("owner", key).incidents()).hasSize(2);
    }

    @Test
    void nobody_retries_what_has_been_retried_or_is_over_or_never_was() {
        String key = failed("gale");
        String job = balloons.job(key);
        assertThatThrownBy(() -> as.user("admin", () -> jobs.retry(job, new Intervention("\u3000"))))
                .isInstanceOf(InvalidInput.class);
        as.user("admin", () -> jobs.retry(job, WHY));

        assertThatThrownBy(() -> as.user("admin", () -> jobs.retry(job, WHY)))
                .isInstanceOf(JobNotFailed.class)
                .hasMessageContaining("job-retried")
                .hasMessageContaining("系统管理员");
        launch(key);
        assertThatThrownBy(() -> as.user("admin", () -> jobs.retry(job, WHY)))
                .isInstanceOf(JobNotFailed.class)
                .hasMessageContaining("job-over");
        assertThatThrownBy(() -> as.user("admin", () -> jobs.retry("nothing", WHY)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.user("owner", () -> jobs.retry(job, WHY)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.user("owner", () -> jobs.stackTrace(job)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_group_of_failures_is_retried_at_once_and_others_are_left_alone() {
        String first = failed("ice\nand its trace");
        String second = failed("ice\nand another trace");
        String other = failed("sand");

        assertThat(as.user("owner", () -> jobs.groups(failures(null))))
                .extracting(FailureGroup::message, FailureGroup::jobs, FailureGroup::failed)
                .containsExactly(tuple("ice", 2L, 2L), tuple("sand", 1L, 1L));
        int retried = as.user("admin", () -> jobs.retryAll(failures("ice"), WHY));

        assertThat(retried).isEqualTo(2);
        assertThat(as.user("owner", () -> jobs.groups(failures(null))))
                .extracting(FailureGroup::message, FailureGroup::failed)
                .contains(tuple("ice", 0L), tuple("sand", 1L));
        for (String key : List.of(first, second)) {
            assertThat(details("owner", key).interventions()).singleElement().satisfies(one -> assertThat(one.reason())
                    .isEqualTo("the storm is over"));
        }
        assertThat(details("owner", other).interventions()).isEmpty();
        assertThatThrownBy(() -> as.user("admin", () -> jobs.retryAll(failures("ice"), WHY)))
                .isInstanceOf(JobNotFailed.class);
    }

    @Test
    void a_suspended_instance_rests_and_goes_on_when_it_is_resumed() {
        String key = order();
        launch(key);
        String id = balloons.instance(key);

        as.user("admin", () -> operations.suspend(id, new Intervention("inspection")));

        assertThat(keys(in(InstanceState.SUSPENDED))).containsExactly(key);
        assertThatThrownBy(() -> as.user("supervisor", () -> balloons.land(key)))
                .isInstanceOf(ProcessSuspended.class);
        assertThatThrownBy(() -> as.user("admin", () -> operations.suspend(id, WHY)))
                .isInstanceOf(SuspensionUnchanged.class);
        assertThatThrownBy(() -> as.user("owner", () -> operations.resume(id, WHY)))
                .isInstanceOf(AccessDeniedException.class);

        as.user("admin", () -> operations.resume(id, WHY));
        as.user("supervisor", () -> balloons.land(key));

        assertThat(details("owner", key).interventions())
                .extracting(InstanceIntervention::operation, InstanceIntervention::reason)
                .containsExactlyInAnyOrder( // in the same second on MySQL
                        tuple("Activate", "the storm is over"), tuple("Suspend", "inspection"));
        assertThatThrownBy(() -> as.user("admin", () -> operations.suspend(id, WHY)))
                .isInstanceOf(InstanceOver.class);
        assertThatThrownBy(() -> as.user("admin", () -> operations.suspend("nothing", WHY)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_suspended_version_is_not_started_and_takes_its_instances_along_only_if_wanted() {
        String before = order();

        as.user("admin", () -> operations.suspend(flight, 1, new VersionIntervention("winter", false)));

        assertThat(as.user("viewer", () -> library.versions(flight)).get(0).suspended())
                .isTrue();
        assertThatThrownBy(this::order).isInstanceOf(ProcessSuspended.class);
        assertThat(keys(in(InstanceState.SUSPENDED))).isEmpty();
        launch(before);

        as.user("admin", () -> operations.resume(flight, 1, new VersionIntervention("spring", false)));
        order();
        as.user("admin", () -> operations.suspend(flight, 1, new VersionIntervention("winter", true)));
        assertThat(keys(in(InstanceState.SUSPENDED))).hasSize(2);
        assertThatThrownBy(
                        () -> as.user("admin", () -> operations.suspend(flight, 7, new VersionIntervention("w", true))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void how_often_the_database_is_asked_does_not_depend_on_how_much_there_is() {
        String one = failed("rain");
        List<Integer> few = statements(one);
        IntStream.range(0, 12).forEach(each -> {
            failed("rain " + each % 3);
            launch(order());
        });
        balloons.deploy(flight);
        order();
        as.user("owner", () -> library.definitions(Locale.ENGLISH)); // reads the new version once

        assertThat(statements(one)).isEqualTo(few);
        // definitions, versions, counts, instances, one instance, failed jobs, their groups
        assertThat(few).containsExactly(3, 3, 3, 3, 9, 1, 1);
    }

    private List<Integer> statements(String key) {
        String id = balloons.instance(key);
        page("owner", all(), 50);
        return as.user("owner", () -> List.of(
                        (Runnable) () -> library.definitions(Locale.ENGLISH),
                        () -> library.versions(flight),
                        () -> monitor.counts(flight, null, Locale.ENGLISH),
                        () -> monitor.instances(all(), Paging.first(50), Locale.ENGLISH),
                        () -> monitor.instance(id, Locale.ENGLISH),
                        () -> jobs.page(failures(null), Paging.first(50), Locale.ENGLISH),
                        () -> jobs.groups(failures(null)))
                .stream()
                .map(work -> statements.during(work).size())
                .toList());
    }

    private String order() {
        return as.user("requester", () -> balloons.order(flight));
    }

    private String failed(String weather) {
        return as.user("requester", () -> balloons.failed(flight, weather));
    }

    private void launch(String key) {
        balloons.launch(key, null);
    }

    private InstanceQuery all() {
        return in(null);
    }

    private InstanceQuery in(@Nullable InstanceState state) {
        return new InstanceQuery(flight, null, state, null, null);
    }

    private FailedJobQuery failures(@Nullable String message) {
        return new FailedJobQuery(flight, message);
    }

    private PageOf<InstanceSummary> page(String user, InstanceQuery query, int size) {
        return as.user(user, () -> monitor.instances(query, Paging.first(size), Locale.ENGLISH));
    }

    private List<String> keys(InstanceQuery query) {
        return page("owner", query, 50).items().stream()
                .map(InstanceSummary::objectKey)
                .toList();
    }

    private InstanceDetails details(String user, String key) {
        String id = balloons.instance(key);
        return as.user(user, () -> monitor.instance(id, Locale.ENGLISH));
    }
}
