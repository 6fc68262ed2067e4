package io.opsflow.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpsFlowTest
class AccessPagesTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    As as;

    private Screens screens;

    @BeforeEach
    void prepare() {
        screens = new Screens(product, as);
    }

    @AfterEach
    void leave() {
        screens.close();
    }

    @Test
    void the_page_about_access_opens_and_leads_to_the_question_why() {
        screens.open("admin", Locale.ENGLISH, "access?kind=door&q=Groups.add");
        assertThat(screens.text()).contains("Who reaches what", "1 item");
        screens.click("Why may somebody do this?");
        assertThat(screens.text()).contains("Choose a person");
    }

    @Test
    void one_sees_why_somebody_may_or_may_not() {
        screens.open("admin", Locale.ENGLISH, "access/why?user=engineer");
        assertThat(screens.text()).contains("What 韩梅 may do", "tickets.handle", "Yes", "These would: Administrator");
        screens.go("access/why?user=engineer&permission=roles.manage");
        assertThat(screens.text()).contains("No", "These would: Administrator").doesNotContain("tickets.handle Start");
    }

    @Test
    void one_sees_who_may() {
        screens.open("admin", Locale.SIMPLIFIED_CHINESE, "access/why?permission=tickets.review");
        assertThat(screens.text()).contains("1 人拥有权限 tickets.review", "周敏");
    }

    @Test
    void the_others_see_neither() {
        screens.open("operator", Locale.ENGLISH, "access");
        assertThat(screens.text()).doesNotContain("Who reaches what");
        screens.go("access/why?user=admin");
        assertThat(screens.text()).doesNotContain("What ");
    }
}
