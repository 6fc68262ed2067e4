package io.opsflow.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A bundle of permissions under a code that diagrams know: {@code SUPERVISOR}. */
@Entity
@Table(name = "role")
class Role {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "role")
    @TableGenerator(
            name = "role",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "role",
            allocationSize = 50)
    private long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String code;

    private @Nullable String name;

    @ElementCollection
    @CollectionTable(name = "role_permission", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission")
    private Set<String> permissions = new TreeSet<>();

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Role() {}

    /** A built-in role: its name stands in the message bundles. */
    Role(BuiltInRole builtIn) {
        this.code = builtIn.name();
    }

    /** From now on everybody who has the role may do this as well. */
    void grant(Collection<String> more) {
        permissions.addAll(more);
    }

    String code() {
        return code;
    }

    @Nullable
    String name() {
        return name;
    }

    Set<String> permissions() {
        return permissions;
    }
}
