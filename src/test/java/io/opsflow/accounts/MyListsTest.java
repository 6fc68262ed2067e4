package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.design.SavedList;
import io.opsflow.design.SavedLists.KeptList;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OpsFlowTest
class MyListsTest {

    @Autowired
    MyLists lists;

    @Autowired
    As as;

    private String list;

    @BeforeEach
    void list() {
        list = UUID.randomUUID().toString();
    }

    @Test
    void one_s_own_are_seen_by_oneself_and_shared_ones_by_everybody() {
        SavedList mine = add("operator", kept("故障", false, false));
        SavedList shared = add("operator", kept("即将过保", true, false));

        assertThat(as.user("operator", () -> lists.of(list))).containsExactlyInAnyOrder(mine, shared);
        assertThat(as.user("viewer", () -> lists.of(list))).singleElement().satisfies(seen -> {
            assertThat(seen.name()).isEqualTo("即将过保");
            assertThat(seen.columns()).containsExactly("assets.f.status", "custom.tier");
            assertThat(seen.query()).isEqualTo("status=failed&sort=owner,desc");
            assertThat(seen.mine()).isFalse();
        });
        assertThatThrownBy(() -> as.user("viewer", () -> lists.delete(shared.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as.user("admin", () -> lists.edit(shared.id(), kept("x", true, false))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void it_is_renamed_and_deleted_and_a_list_begins_with_one_at_most() {
        SavedList first = add("operator", kept("a", false, true));
        SavedList second = add("operator", kept("b", false, true));
        assertThat(as.user("operator", () -> lists.of(list)))
                .filteredOn(SavedList::usual)
                .containsExactly(second);

        as.user("operator", () -> lists.edit(first.id(), kept("c", true, true)));
        assertThat(as.user("operator", () -> lists.of(list)))
                .filteredOn(SavedList::usual)
                .singleElement()
                .satisfies(usual -> assertThat(usual.name()).isEqualTo("c"));

        as.user("operator", () -> lists.delete(first.id()));
        assertThat(as.user("operator", () -> lists.of(list)))
                .extracting(SavedList::name)
                .containsExactly("b");
    }

    @Test
    void a_name_is_needed_and_is_one_s_own_once() {
        add("operator", kept("Ａ", false, false));
        assertThatThrownBy(() -> add("operator", kept(" a ", false, false))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add("operator", kept(" ", false, false))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> add("operator", kept("x".repeat(101), false, false)))
                .isInstanceOf(InvalidInput.class);
        add("viewer", kept("a", false, false));
    }

    private SavedList add(String person, KeptList kept) {
        return as.user(person, () -> lists.add(kept));
    }

    private KeptList kept(String name, boolean shared, boolean usual) {
        return new KeptList(
                list, name, "status=failed&sort=owner,desc", List.of("assets.f.status", "custom.tier"), shared, usual);
    }
}
