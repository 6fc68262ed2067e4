package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiagramTextsTest {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @Test
    void a_reader_of_chinese_sees_chinese_names() throws IOException {
        String chinese = DiagramTexts.localized(diagram(), CHINESE);

        assertThat(chinese)
                .contains("name=\"审核工单\"")
                .contains("name=\"工单处理\"")
                .contains("name=\"否，退回处理\"")
                .contains("从提出申请到确认解决")
                .doesNotContain("name=\"Review ticket\"")
                .contains("bpmndi:BPMNShape");
        assertThat(DiagramTexts.of(chinese).name("reviewTicket", Locale.ENGLISH))
                .isEqualTo("审核工单");
    }

    @Test
    void a_reader_of_english_sees_english_names() throws IOException {
        assertThat(DiagramTexts.localized(diagram(), Locale.ENGLISH)).contains("name=\"Review ticket\"");
    }

    @Test
    void names_and_documentation_can_be_asked_one_by_one() throws IOException {
        DiagramTexts texts = DiagramTexts.of(diagram());

        assertThat(texts.name("reviewTicket", CHINESE)).isEqualTo("审核工单");
        assertThat(texts.name("reviewTicket", Locale.ENGLISH)).isEqualTo("Review ticket");
        assertThat(texts.name("ticket-handling", CHINESE)).isEqualTo("工单处理");
        assertThat(texts.name("toReview", CHINESE)).isEqualTo("toReview");
        assertThat(texts.name("nothing", CHINESE)).isEqualTo("nothing");
        assertThat(texts.documentation("ticket-handling", CHINESE)).startsWith("从提出申请");
        assertThat(texts.documentation("ticket-handling", Locale.ENGLISH)).startsWith("From a request");
        assertThat(texts.documentation("reviewTicket", CHINESE)).isEmpty();
    }

    @Test
    void a_name_is_text_and_never_markup() throws IOException {
        String evil = diagram().replace("value=\"审核工单\"", "value=\"&lt;b onclick=&quot;x()&quot;&gt;&amp;\"");

        String chinese = DiagramTexts.localized(evil, CHINESE);

        assertThat(chinese).doesNotContain("<b onclick");
        assertThat(DiagramTexts.of(chinese).name("reviewTicket", Locale.ENGLISH))
                .isEqualTo("<b onclick=\"x()\">&");
    }

    @Test
    void entities_and_absurd_depths_are_refused() {
        for (String attack : List.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x \"1\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>",
                "<a>".repeat(5_000) + "</a>".repeat(5_000),
                "no XML at all")) {
            assertThatThrownBy(() -> DiagramTexts.of(attack)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void only_what_is_read_becomes_a_variable() throws IOException {
        FormSchema form = FormSchema.parse(
                """
                {"id": "f", "components": [
                  {"id": "a", "key": "cost", "type": "number", "label": "Cost", "readonly": true},
                  {"id": "b", "key": "comment", "type": "textarea", "label": "Comment"}]}""");

        assertThat(ModelVariables.read(diagram(), List.of(form)))
                .containsExactly("approved", "assignee", "confirmed", "cost", "requester");
    }

    private static String diagram() throws IOException {
        return Files.readString(Path.of("bpmn/tickets/ticket-handling.bpmn"));
    }
}
