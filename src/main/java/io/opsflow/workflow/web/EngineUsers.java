package io.opsflow.workflow.web;

import io.opsflow.workflow.PeopleSearch;
import io.opsflow.workflow.PeopleSearch.Order;
import io.opsflow.workflow.Person;
import io.opsflow.workflow.Staff;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryProperty;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/** The engine's question for users, answered from the people who work here: a user name and a name, nothing private. */
final class EngineUsers extends UserQueryImpl {

    private static final long serialVersionUID = 1;

    private final transient Staff staff;

    EngineUsers(@Nullable CommandExecutor commands, Staff staff) {
        setCommandExecutor(commands);
        this.staff = staff;
    }

    @Override
    public long executeCount(CommandContext context) {
        return isHopeless() ? 0 : staff.count(search());
    }

    @Override
    public List<User> executeList(CommandContext context, @Nullable Page page) {
        if (isHopeless()) {
            return List.of();
        }
        int first = page == null ? getFirstResult() : page.getFirstResult();
        int most = page == null ? getMaxResults() : page.getMaxResults();
        return staff.find(search(), first, most).stream()
                .<User>map(EngineUsers::user)
                .toList();
    }

    /** Asked for by what nobody has here: a name in two parts, an address, a tenant, the right to start a process. */
    private boolean isHopeless() {
        return email != null
                || (emailLike != null && !emailLike.replace("%", "").isEmpty())
                || (lastName != null && !lastName.isEmpty())
                || (lastNameLike != null && !lastNameLike.replace("%", "").isEmpty())
                || procDefId != null
                || tenantId != null;
    }

    private PeopleSearch search() {
        Set<String> usernames = ids == null ? null : Set.copyOf(Arrays.asList(ids));
        if (id != null) {
            usernames = usernames == null || usernames.contains(id) ? Set.of(id) : Set.of();
        }
        return new PeopleSearch(usernames, firstName == null ? firstNameLike : firstName, groupId, order());
    }

    private Order order() {
        if (getOrderingProperties().isEmpty()) {
            return Order.USERNAME;
        }
        QueryOrderingProperty first = getOrderingProperties().get(0);
        boolean down = Direction.DESCENDING.equals(first.getDirection());
        return UserQueryProperty.FIRST_NAME.equals(first.getQueryProperty())
                ? down ? Order.NAME_DOWN : Order.NAME
                : down ? Order.USERNAME_DOWN : Order.USERNAME;
    }

    private static UserEntity user(Person person) {
        UserEntity user = new UserEntity(person.username());
        user.setFirstName(person.name());
        user.setLastName("");
        return user;
    }
}
