package io.opsflow.workflow.web;

import io.opsflow.workflow.Staff;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the engine and its web applications who the people and their groups are. It reads only, and it knows no password:
 * nobody signs in through the engine.
 */
@Component
class EngineIdentity implements ReadOnlyIdentityProvider, SessionFactory {

    private final ObjectProvider<Staff> staff;
    private final ObjectProvider<EngineGroups> groups;

    /** Both are asked for late: the engine is there before the accounts are. */
    EngineIdentity(ObjectProvider<Staff> staff, ObjectProvider<EngineGroups> groups) {
        this.staff = staff;
        this.groups = groups;
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return this;
    }

    @Override
    public @Nullable User findUserById(String id) {
        return createUserQuery(Context.getCommandContext()).userId(id).singleResult();
    }

    @Override
    public UserQuery createUserQuery() {
        return new EngineUsers(commands(), staff.getObject());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new EngineUsers(null, staff.getObject());
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People are not kept in the engine's tables.");
    }

    @Override
    public boolean checkPassword(String username, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String id) {
        return createGroupQuery(Context.getCommandContext()).groupId(id).singleResult();
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new EngineTeams(commands(), staff.getObject(), groups.getObject());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new EngineTeams(null, staff.getObject(), groups.getObject());
    }

    @Override
    public @Nullable Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(commands());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants(null);
    }

    @Override
    public void flush() {
        // Nothing is ever changed here.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private static CommandExecutor commands() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }
}
