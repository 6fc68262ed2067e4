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
import org.hibernate.annotations.BatchSize;
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
    private @Nullable String nameEn;

    @ElementCollection
    @BatchSize(size = 100)
    @CollectionTable(name = "role_permission", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission")
    private Set<String> permissions = new TreeSet<>();

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Role() {}

    /** A built-in role: its name stands in the message bundles. */
    Role(BuiltInRole builtIn) {
        this.code = builtIn.name();
    }

    /** A role of this installation's own. */
    Role(String code, String name, @Nullable String nameEn, Collection<String> permissions) {
        this.code = code;
        this.name = name;
        this.nameEn = nameEn;
        this.permissions.addAll(permissions);
    }

    /** What people call it from now on. */
    void call(String name, @Nullable String nameEn) {
        this.name = name;
        this.nameEn = nameEn;
    }

    /** What everybody may do who has the role, and nothing else. */
    void allow(Collection<String> only) {
        permissions.retainAll(only);
        permissions.addAll(only);
    }

    /** From now on everybody who has the role may do this as well. */
    void grant(Collection<String> more) {
        permissions.addAll(more);
    }

    int version() {
        return version;
    }

    String code() {
        return code;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String nameEn() {
        return nameEn;
    }

    Set<String> permissions() {
        return permissions;
    }
}
