package io.opsflow.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import io.opsflow.workflow.ProcessDefinitionSummary;
import io.opsflow.workflow.StagedRelease;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@OpsFlowTest
class ReleaseCardTest {

    private static final String PAGE = "processes/" + StagedRelease.KEY;

    @Autowired
    ApplicationContext product;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    As as;

    private StagedRelease staged;
    private Screens screens;

    @BeforeEach
    void prepare() {
        staged = new StagedRelease(engine, sql);
        screens = new Screens(product, as);
    }

    @AfterEach
    void leave() {
        screens.close();
        staged.close();
    }

    @Test
    void an_owner_sees_the_versions_and_what_the_newer_bundled_one_changes() {
        screens.open("owner", Locale.ENGLISH, PAGE);

        assertThat(screens.text())
                .contains("A newer bundled version exists.")
                .contains("Live edit")
                .contains("Camunda Modeler")
                .contains("Bundled")
                .contains("Goes Review ticket a second time")
                .contains("-    <bpmn:userTask");
        assertThat(screens.buttons()).contains("Take the bundled version", "Keep ours", "Go back");
    }

    @Test
    void the_list_marks_a_process_that_waits_for_its_owners_answer() {
        screens.open("owner", Locale.ENGLISH, "processes");
        assertThat(sources()).anySatisfy(source -> assertThat(source).contains("Newer version waits"));

        screens.open("owner", Locale.ENGLISH, PAGE);
        answer("Keep ours");
        screens.open("owner", Locale.ENGLISH, "processes");
        assertThat(sources()).isNotEmpty().noneSatisfy(source -> assertThat(source)
                .contains("Newer version waits"));
    }

    @Test
    void an_owner_keeps_the_own_version_and_the_page_tells_who_did() {
        screens.open("owner", Locale.ENGLISH, PAGE);
        answer("Keep ours");

        assertThat(screens.notice()).isEqualTo("Your version stays.");
        assertThat(screens.text()).contains("to keep version");
        assertThat(screens.buttons()).contains("Take the bundled version").doesNotContain("Keep ours");
    }

    @Test
    void an_owner_takes_the_bundled_version_and_is_not_asked_any_more() {
        screens.open("owner", Locale.SIMPLIFIED_CHINESE, PAGE);
        answer("采用产品版本");

        assertThat(screens.text()).contains("产品附带的版本已生效。").doesNotContain("产品附带了更新的版本");
    }

    @Test
    void an_owner_goes_back_to_an_older_version() {
        screens.open("owner", Locale.ENGLISH, PAGE);
        answer("Go back");

        assertThat(screens.text()).contains("applies again").containsPattern("Version \\d+ again");
    }

    @Test
    void an_engineer_sees_the_process_without_its_versions() {
        screens.open("engineer", Locale.ENGLISH, PAGE);

        assertThat(screens.text()).contains("Ticket handling").doesNotContain("bundled", "Live edit");
        assertThat(screens.buttons()).doesNotContain("Go back", "Keep ours");
    }

    @SuppressWarnings("unchecked") // the only grid of the page, its cells made by components
    private List<String> sources() {
        Grid<ProcessDefinitionSummary> grid = screens.find(Grid.class);
        Grid.Column<ProcessDefinitionSummary> source = grid.getColumns().stream()
                .filter(column -> "Source".equals(column.getHeaderText()))
                .findFirst()
                .orElseThrow();
        var cells = (ComponentRenderer<Component, ProcessDefinitionSummary>) source.getRenderer();
        return grid.getDataProvider()
                .fetch(new Query<>(0, 50, List.of(), null, null))
                .map(process -> cells.createComponent(process).getElement().getTextRecursively())
                .toList();
    }

    private void answer(String button) {
        screens.click(button);
        ConfirmDialog dialog = screens.find(ConfirmDialog.class);
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, false));
        Screens.settle();
    }
}
