package io.opsflow.accounts;

import io.opsflow.kernel.Permissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The roles of this installation. At start the built-in ones are made if they are missing, and a permission that is new in
 * this release is granted to those that it is meant for, once: what people change in a role afterwards stays changed.
 */
@Component
class Roles implements InitializingBean {

    private final RoleRepository roles;
    private final PermissionRepository permissions;
    private final TransactionTemplate transaction;

    Roles(RoleRepository roles, PermissionRepository permissions, TransactionTemplate transaction) {
        this.roles = roles;
        this.permissions = permissions;
        this.transaction = transaction;
    }

    /** Before anybody else is given this bean, so that models and demo accounts find the roles. */
    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> synchronise());
    }

    List<Role> all(Set<String> codes) {
        return roles.findByCodeIn(codes);
    }

    Set<String> codes() {
        return new TreeSet<>(roles.codes());
    }

    private void synchronise() {
        Set<String> unknown = new HashSet<>(Permissions.all());
        unknown.removeAll(permissions.names());
        Map<String, Role> existing =
                roles.findAll().stream().collect(Collectors.toMap(Role::code, Function.identity()));
        if (unknown.isEmpty()
                && Arrays.stream(BuiltInRole.values()).allMatch(role -> existing.containsKey(role.name()))) {
            return;
        }
        permissions.saveAll(unknown.stream().sorted().map(Permission::new).toList());
        for (BuiltInRole builtIn : BuiltInRole.values()) {
            Role role = existing.get(builtIn.name());
            if (role == null) {
                role = new Role(builtIn);
                role.grant(builtIn.permissions());
                roles.save(role);
            } else if (builtIn.permissions().stream().anyMatch(unknown::contains)) {
                role.grant(
                        builtIn.permissions().stream().filter(unknown::contains).toList());
            }
        }
    }
}
