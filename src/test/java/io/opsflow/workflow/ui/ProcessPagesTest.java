package io.opsflow.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.provider.Query;
import io.opsflow.design.LivePanel;
import io.opsflow.design.OpsDiagram;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import io.opsflow.workflow.FailedJob;
import io.opsflow.workflow.InstanceSummary;
import io.opsflow.workflow.Weather;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** The pages on which people watch processes, with jobs that really fail. */
@OpsFlowTest
@Import(Weather.class)
class ProcessPagesTest {

    private static final AtomicInteger FLIGHTS = new AtomicInteger();

    @Autowired
    ApplicationContext product;

    @Autowired
    Weather.Balloons balloons;

    @Autowired
    As as;

    private final String flight = "page-flight-" + FLIGHTS.incrementAndGet();
    private Screens screens;

    @BeforeEach
    void prepare() {
        screens = new Screens(product, as);
        balloons.deploy(flight);
    }

    @AfterEach
    void leave() {
        screens.close();
    }

    @Test
    void everybody_sees_a_process_and_those_who_may_watch_what_happens_in_it() {
        failed("fog");

        screens.open("viewer", Locale.ENGLISH, "processes/" + flight);
        assertThat(screens.text())
                .contains("Balloon flight", "Version 1")
                .doesNotContain("running", "Live edit", "Instances", "Failed jobs");
        screens.find(OpsDiagram.class);

        screens.open("owner", Locale.SIMPLIFIED_CHINESE, "processes/" + flight);
        assertThat(screens.text()).contains("气球飞行", "运行中 1", "失败 1", "在线修改", "实例", "失败作业", "fog");
        assertThat(screens.buttons()).noneMatch(button -> button.startsWith("挂起") || button.startsWith("重试"));

        screens.open("admin", Locale.SIMPLIFIED_CHINESE, "processes/" + flight);
        assertThat(screens.buttons()).contains("挂起版本 1…", "重试全部 1 项");
    }

    @Test
    void the_list_of_processes_tells_failures_and_source_to_those_who_may_watch() {
        screens.open("owner", Locale.ENGLISH, "processes");
        assertThat(headers()).contains("Running", "Failed", "Source");
        assertThat(screens.buttons()).contains("Failed jobs");

        screens.open("viewer", Locale.ENGLISH, "processes");
        assertThat(headers()).contains("Name").doesNotContain("Running", "Failed", "Source");
        assertThat(screens.buttons()).doesNotContain("Failed jobs");
    }

    @Test
    void versions_that_work_still_follows_without_what_they_name_are_told_to_those_who_may_watch() {
        home(); // of a process that no class of the product knows

        screens.open("owner", Locale.ENGLISH, "processes");
        assertThat(screens.text()).contains(flight + ", version 1: 1 running, and this program lacks");
        screens.open("owner", Locale.SIMPLIFIED_CHINESE, "processes");
        assertThat(screens.text()).contains(flight + " 第 1 版：1 个实例仍在运行");

        screens.open("viewer", Locale.ENGLISH, "processes");
        assertThat(screens.text()).doesNotContain("this program lacks");
    }

    @Test
    void the_address_and_a_click_on_the_diagram_narrow_the_instances() {
        String failed = failed("fog");
        String home = home();

        screens.open("owner", Locale.ENGLISH, "processes/" + flight + "?state=failed");
        assertThat(instances()).containsExactly(failed);

        screens.go("processes/" + flight + "?version=1");
        assertThat(instances()).containsExactlyInAnyOrder(failed, home);
        screens.fire(screens.find(OpsDiagram.class), "ops-diagram-pick", "bringHome");
        assertThat(instances()).containsExactly(home);
        screens.fire(screens.find(OpsDiagram.class), "ops-diagram-pick", "");
        assertThat(instances()).hasSize(2);
    }

    @Test
    void what_happens_meanwhile_shows_without_drawing_the_diagram_again() {
        screens.open("admin", Locale.ENGLISH, "processes/" + flight);
        OpsDiagram diagram = screens.find(OpsDiagram.class);
        assertThat(instances()).isEmpty();

        String failed = failed("whirlwind");
        screens.fire(screens.find(LivePanel.class), "ops-live-tick", "");

        assertThat(instances()).containsExactly(failed);
        assertThat(screens.text()).contains("whirlwind", "1 failed");
        assertThat(screens.find(OpsDiagram.class)).isSameAs(diagram);
    }

    @Test
    void an_administrator_retries_a_failed_job_and_must_say_why() {
        String key = failed("Frost <script>alert(1)</script>\nat com.example");

        screens.open("admin", Locale.ENGLISH, "processes/failed?process=" + flight);
        assertThat(jobs()).extracting(FailedJob::objectKey).containsExactly(key);
        screens.click("Retry all 1");
        dialogButton("Retry all 1");
        assertThat(screens.find(TextArea.class).isInvalid()).isTrue();

        screens.find(TextArea.class).setValue("warmer now");
        dialogButton("Retry all 1");

        assertThat(screens.notice()).isEqualTo("1 are tried again.");
        assertThat(jobs()).extracting(FailedJob::retries).containsExactly(1);
        screens.go("processes/instances/" + balloons.instance(key));
        assertThat(screens.text())
                .contains("Retried by", "系统管理员", "warmer now", "tried again since", "Frost <script>alert(1)</script>");
    }

    @Test
    void nothing_failed_is_said_and_what_would_stand_here() {
        screens.open("owner", Locale.SIMPLIFIED_CHINESE, "processes/failed?process=ticket-handling&message=none");
        assertThat(jobs()).isEmpty();
    }

    @Test
    void an_instance_tells_its_way_and_leads_to_cockpit() {
        String key = home();
        String id = balloons.instance(key);

        screens.open("owner", Locale.ENGLISH, "processes/instances/" + id);

        assertThat(screens.text()).contains("Launch balloon", "Bring home", "here now", "Open in Cockpit", "李雷");
        assertThat(screens.find(com.vaadin.flow.component.html.Anchor.class, link -> link.getHref()
                                .contains("cockpit"))
                        .getHref())
                .isEqualTo("camunda/app/cockpit/default/#/process-instance/" + id);
        assertThat(screens.buttons()).doesNotContain("Suspend instance…");
    }

    @Test
    void an_administrator_suspends_an_instance_and_a_version() {
        String id = balloons.instance(home());

        screens.open("admin", Locale.ENGLISH, "processes/instances/" + id);
        screens.click("Suspend instance…");
        screens.find(TextArea.class).setValue("inspection");
        dialogButton("Suspend instance");
        assertThat(screens.text())
                .contains("An administrator has suspended this instance", "Suspended by", "inspection");

        screens.go("processes/" + flight);
        screens.click("Suspend version 1…");
        screens.find(TextArea.class).setValue("winter");
        assertThat(screens.find(Checkbox.class).getLabel()).contains("1 running");
        dialogButton("Suspend version 1");
        assertThat(screens.text()).contains("version 1: it is not started any more");
        assertThat(screens.buttons()).contains("Resume version 1…");
    }

    /** The last button with the text: dialogs stand at the end of the page. */
    private void dialogButton(String text) {
        Button[] last = new Button[1];
        screens.find(Button.class, button -> {
            if (text.equals(button.getText()) && button.getThemeNames().contains("primary")) {
                last[0] = button;
            }
            return last[0] == button;
        });
        last[0].click();
        Screens.settle();
    }

    private String failed(String weather) {
        return as.user("requester", () -> balloons.failed(flight, weather));
    }

    private String home() {
        String key = as.user("requester", () -> balloons.order(flight));
        balloons.launch(key, null);
        return key;
    }

    private List<String> headers() {
        Grid<?> grid = screens.find(Grid.class);
        return grid.getColumns().stream().map(Grid.Column::getHeaderText).toList();
    }

    @SuppressWarnings("unchecked") // the only grid of the page
    private List<String> instances() {
        Grid<InstanceSummary> grid = screens.find(Grid.class);
        return grid.getDataProvider()
                .fetch(new Query<>(0, Math.max(1, grid.getDataProvider().size(new Query<>())), List.of(), null, null))
                .map(InstanceSummary::objectKey)
                .toList();
    }

    @SuppressWarnings("unchecked") // the only grid of the page
    private List<FailedJob> jobs() {
        Grid<FailedJob> grid = screens.find(Grid.class);
        return grid.getDataProvider()
                .fetch(new Query<>(0, Math.max(1, grid.getDataProvider().size(new Query<>())), List.of(), null, null))
                .toList();
    }
}
