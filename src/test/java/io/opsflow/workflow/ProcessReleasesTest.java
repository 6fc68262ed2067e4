package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Validation;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** An owner has deployed a second review, and the release brings something newer than what it had brought before. */
@OpsFlowTest
class ProcessReleasesTest {

    private static final String KEY = StagedRelease.KEY;
    private static final Paging FIRST = Paging.first(50);

    private final ProcessReleases releases;
    private final Deployments deployments;
    private final DeployedFiles files;
    private final VersionTable table;
    private final People people;
    private final Validation validation;
    private final Clock clock;
    private final ProcessEngine engine;
    private final JdbcTemplate sql;
    private final SqlCount count;
    private final As as;

    private StagedRelease staged;
    private int live;

    ProcessReleasesTest(
            @Autowired ProcessReleases releases,
            @Autowired Deployments deployments,
            @Autowired DeployedFiles files,
            @Autowired VersionTable table,
            @Autowired People people,
            @Autowired Validation validation,
            @Autowired Clock clock,
            @Autowired ProcessEngine engine,
            @Autowired JdbcTemplate sql,
            @Autowired SqlCount count,
            @Autowired As as) {
        this.releases = releases;
        this.deployments = deployments;
        this.files = files;
        this.table = table;
        this.people = people;
        this.validation = validation;
        this.clock = clock;
        this.engine = engine;
        this.sql = sql;
        this.count = count;
        this.as = as;
    }

    @BeforeEach
    void stage() {
        staged = new StagedRelease(engine, sql);
        live = latest().version();
    }

    @AfterEach
    void leave() {
        staged.close();
    }

    @Test
    void every_version_tells_where_it_comes_from_and_who_deployed_it() {
        List<ProcessRelease> versions = versions();

        ProcessRelease owners = versions.get(0);
        assertThat(owners.source()).isEqualTo(ModelSource.LIVE_EDIT);
        assertThat(owners.tool()).isEqualTo("Camunda Modeler");
        assertThat(owners.deployedBy()).isEqualTo("owner");
        assertThat(owners.deployedByName()).isNotBlank().isNotEqualTo("owner");
        assertThat(owners.latest()).isTrue();
        assertThat(owners.running()).isZero();
        ProcessRelease bundled = versions.get(1);
        assertThat(bundled.source()).isEqualTo(ModelSource.BUNDLED);
        assertThat(bundled.deployedBy()).isNull();
        assertThat(bundled.latest()).isFalse();
    }

    @Test
    void a_page_of_versions_takes_one_statement_however_many_people_deployed_them() {
        versions(); // names are remembered
        List<String> statements = as.user("owner", () -> count.during(() -> releases.page(KEY, FIRST)));

        assertThat(statements).hasSize(1);
        as.user("owner", () -> releases.goBack(KEY, live - 1, new GoBack(live)));
        assertThat(as.user("owner", () -> count.during(() -> releases.page(KEY, FIRST))))
                .hasSameSizeAs(statements);
    }

    @Test
    void the_newer_version_is_told_by_the_names_of_what_it_changes_and_line_by_line() {
        BundledNewer newer = newer(Locale.ENGLISH);

        assertThat(newer.live()).isEqualTo(live);
        assertThat(newer.isAnswered()).isFalse();
        assertThat(newer.changes())
                .extracting(ModelChange::kind, ModelChange::element, ModelChange::name)
                .contains(
                        tuple(ModelChange.Kind.REMOVED, "reviewTicketAgain", "Review ticket a second time"),
                        tuple(ModelChange.Kind.CHANGED, "approved", "Yes"),
                        tuple(ModelChange.Kind.REDRAWN, "", "ticket-handling.bpmn"))
                .noneMatch(change -> change.toList().contains("handleTicket"));
        assertThat(newer.difference())
                .contains("\n-    <bpmn:userTask camunda:candidateGroups=\"SUPERVISOR\"")
                .contains("targetRef=\"assignTicket\"")
                .doesNotContain("dc:Bounds");
        assertThat(newer(Locale.SIMPLIFIED_CHINESE).changes())
                .extracting(ModelChange::name)
                .contains("复审工单");
        assertThat(as.user("owner", releases::unanswered)).containsExactly(KEY);
    }

    @Test
    void a_flow_without_a_name_is_told_by_its_ends() {
        assertThat(newer(Locale.ENGLISH).changes())
                .extracting(ModelChange::name)
                .contains("Review ticket a second time → Approved again?");
    }

    @Test
    void the_owner_takes_the_bundled_version_and_the_process_follows_the_product_again() {
        as.user("owner", () -> releases.takeBundled(KEY, seen()));

        ProcessRelease taken = latest();
        assertThat(taken.version()).isEqualTo(live + 1);
        assertThat(taken.source()).isEqualTo(ModelSource.BUNDLED);
        assertThat(taken.deployedBy()).isEqualTo("owner");
        assertThat(as.user("owner", () -> releases.bundledNewer(KEY, Locale.ENGLISH)))
                .isEmpty();
        assertThat(deployments.latest(ModelUnit.Kind.PROCESS, KEY).orElseThrow().isBundled())
                .isTrue();
    }

    @Test
    void the_owner_keeps_the_own_version_and_that_is_remembered_until_a_release_brings_another_content() {
        as.user("owner", () -> releases.keepLive(KEY, seen()));

        BundledNewer answered = newer(Locale.ENGLISH);
        assertThat(answered.keptBy()).isEqualTo("owner");
        assertThat(answered.keptByName()).isNotBlank();
        assertThat(answered.keptAt()).isNotNull();
        assertThat(latest().version()).isEqualTo(live);
        assertThat(as.user("owner", releases::unanswered)).isEmpty();

        ModelUnit next = ModelUnit.process(KEY, TestModels.diagram("next"), TestModels.forms());
        ProcessReleases nextRelease = new ProcessReleases(
                new BundledUnits(List.of(next)), deployments, files, table, people, validation, clock);
        assertThat(nextRelease.bundledNewer(KEY, Locale.ENGLISH).orElseThrow().isAnswered())
                .isFalse();
        assertThat(nextRelease.unanswered()).containsExactly(KEY);
    }

    @Test
    void who_has_kept_the_own_version_can_still_take_the_bundled_one() {
        as.user("owner", () -> releases.keepLive(KEY, seen()));
        as.user("owner", () -> releases.takeBundled(KEY, seen()));

        assertThat(latest().source()).isEqualTo(ModelSource.BUNDLED);
    }

    @Test
    void an_answer_to_what_has_changed_meanwhile_is_refused() {
        BundledAnswer seen = seen();
        TestModels.deployLive(engine.getRepositoryService(), StagedRelease.secondReview());

        assertThatThrownBy(() -> as.user("owner", () -> releases.takeBundled(KEY, seen)))
                .isInstanceOf(ProcessChanged.class);
        assertThatThrownBy(() -> as.user("owner", () -> releases.keepLive(KEY, seen)))
                .isInstanceOf(ProcessChanged.class);
        assertThat(latest().version()).isEqualTo(live + 1);
    }

    @Test
    void of_owners_who_answer_at_once_one_wins_and_the_others_are_told() throws Exception {
        BundledAnswer seen = seen();
        List<Runnable> answers = List.of(
                () -> releases.takeBundled(KEY, seen),
                () -> releases.keepLive(KEY, seen),
                () -> releases.takeBundled(KEY, seen),
                () -> releases.keepLive(KEY, seen));

        List<Throwable> refusals = atOnce(answers);

        assertThat(refusals).hasSize(answers.size() - 1).allMatch(ProcessChanged.class::isInstance);
        assertThat(versions().size()).isEqualTo(newerOrNone() ? live : live + 1);
    }

    @Test
    void going_back_deploys_the_old_content_as_the_newest_version_and_counts_as_the_owners_own() {
        as.user("owner", () -> releases.goBack(KEY, live - 1, new GoBack(live)));

        ProcessRelease newest = latest();
        assertThat(newest.version()).isEqualTo(live + 1);
        assertThat(newest.source()).isEqualTo(ModelSource.RESTORED);
        assertThat(newest.restoredFrom()).isEqualTo(live - 1);
        assertThat(newest.deployedBy()).isEqualTo("owner");
        assertThat(files.of(deployment(live + 1)))
                .containsOnlyKeys(files.of(deployment(live - 1)).keySet());
        assertThat(new String(files.of(deployment(live + 1)).get("ticket-handling.bpmn"), StandardCharsets.UTF_8))
                .doesNotContain("reviewTicketAgain");
        assertThat(newer(Locale.ENGLISH).isAnswered()).isFalse();
    }

    @Test
    void going_back_from_a_list_that_is_out_of_date_is_refused() {
        as.user("owner", () -> releases.goBack(KEY, live - 1, new GoBack(live)));

        assertThatThrownBy(() -> as.user("owner", () -> releases.goBack(KEY, live - 1, new GoBack(live))))
                .isInstanceOf(ProcessChanged.class);
        assertThatThrownBy(() -> as.user("owner", () -> releases.goBack(KEY, live + 1, new GoBack(live + 1))))
                .isInstanceOf(AlreadyLatest.class);
        assertThatThrownBy(() -> as.user("owner", () -> releases.goBack(KEY, 4711, new GoBack(live + 1))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThatThrownBy(() -> as.user("owner", () -> releases.page("nothing", FIRST)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.user("owner", () -> releases.bundledNewer("nothing", Locale.ENGLISH)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.user("owner", () -> releases.takeBundled("nothing", new BundledAnswer("x"))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void an_engineer_neither_sees_versions_nor_decides_about_them() {
        assertThatThrownBy(() -> as.user("engineer", () -> releases.page(KEY, FIRST)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.user("engineer", () -> releases.bundledNewer(KEY, Locale.ENGLISH)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.user("engineer", () -> releases.takeBundled(KEY, new BundledAnswer("x"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.user("engineer", () -> releases.keepLive(KEY, new BundledAnswer("x"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.user("engineer", () -> releases.goBack(KEY, 1, new GoBack(live))))
                .isInstanceOf(AccessDeniedException.class);
    }

    private BundledAnswer seen() {
        return new BundledAnswer(newer(Locale.ENGLISH).seen());
    }

    private BundledNewer newer(Locale locale) {
        return as.user("owner", () -> releases.bundledNewer(KEY, locale)).orElseThrow();
    }

    private boolean newerOrNone() {
        return as.user("owner", () -> releases.bundledNewer(KEY, Locale.ENGLISH))
                .isPresent();
    }

    private List<ProcessRelease> versions() {
        return as.user("owner", () -> releases.page(KEY, FIRST)).items();
    }

    private ProcessRelease latest() {
        return versions().get(0);
    }

    private String deployment(int version) {
        return table.deployment(KEY, version).orElseThrow();
    }

    /** The refusals of what was done by several owners at the same moment. */
    private List<Throwable> atOnce(List<Runnable> answers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(answers.size());
        try {
            CountDownLatch together = new CountDownLatch(answers.size());
            List<Future<Boolean>> given = new ArrayList<>();
            for (Runnable answer : answers) {
                Callable<Boolean> owner = () -> {
                    together.countDown();
                    together.await();
                    as.user("owner", answer);
                    return true;
                };
                given.add(threads.submit(owner));
            }
            List<Throwable> refusals = new ArrayList<>();
            for (Future<Boolean> each : given) {
                try {
                    each.get(60, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    refusals.add(e.getCause());
                }
            }
            return refusals;
        } finally {
            threads.shutdownNow();
        }
    }
}
