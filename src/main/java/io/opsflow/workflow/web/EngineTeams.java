package io.opsflow.workflow.web;

import io.opsflow.workflow.Staff;
import io.opsflow.workflow.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryProperty;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** The engine's question for groups, answered from roles, groups and permissions: there are some dozens at most. */
final class EngineTeams extends GroupQueryImpl {

    private static final long serialVersionUID = 1;
    private static final String TYPE = "OPSFLOW";

    private final transient Staff staff;
    private final transient EngineGroups groups;

    EngineTeams(@Nullable CommandExecutor commands, Staff staff, EngineGroups groups) {
        setCommandExecutor(commands);
        this.staff = staff;
        this.groups = groups;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found().size();
    }

    @Override
    public List<Group> executeList(CommandContext context, @Nullable Page page) {
        List<Team> found = found();
        int first = page == null ? getFirstResult() : page.getFirstResult();
        int most = page == null ? getMaxResults() : page.getMaxResults();
        return found.stream()
                .skip(first)
                .limit(most)
                .<Group>map(EngineTeams::group)
                .toList();
    }

    private List<Team> found() {
        // Nobody may start a process or belong to a tenant here, so nobody is found by that.
        if (procDefId != null || tenantId != null || (type != null && !type.equals(TYPE))) {
            return List.of();
        }
        Set<String> ofPerson = userId == null ? null : Set.copyOf(groups.of(userId));
        Predicate<String> named = nameLike == null ? any -> true : like(nameLike);
        return Stream.concat(
                        staff.teams(LocaleContextHolder.getLocale()).stream(),
                        groups.permissions(LocaleContextHolder.getLocale()).stream())
                .filter(team -> id == null || id.equals(team.code()))
                .filter(team -> ids == null || Arrays.asList(ids).contains(team.code()))
                .filter(team -> name == null || name.equals(team.name()))
                .filter(team -> named.test(team.name()))
                .filter(team -> ofPerson == null || ofPerson.contains(team.code()))
                .sorted(order())
                .toList();
    }

    private Comparator<Team> order() {
        List<QueryOrderingProperty> wanted = new ArrayList<>(getOrderingProperties());
        if (wanted.isEmpty()) {
            return Comparator.comparing(Team::code);
        }
        QueryOrderingProperty first = wanted.get(0);
        Comparator<Team> order = GroupQueryProperty.NAME.equals(first.getQueryProperty())
                ? Comparator.comparing(Team::name)
                : Comparator.comparing(Team::code);
        return Direction.DESCENDING.equals(first.getDirection()) ? order.reversed() : order;
    }

    private static Predicate<String> like(String pattern) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL).asMatchPredicate();
    }

    private static GroupEntity group(Team team) {
        GroupEntity group = new GroupEntity(team.code());
        group.setName(team.name());
        group.setType(TYPE);
        return group;
    }
}
