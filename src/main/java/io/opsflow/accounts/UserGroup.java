package io.opsflow.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** People to whom tasks are offered together, under a code that begins with {@code g-}. */
@Entity
@Table(name = "user_group")
class UserGroup {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "user_group")
    @TableGenerator(
            name = "user_group",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "user_group",
            allocationSize = 50)
    private long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String code;

    private String name;

    @SuppressWarnings("UnusedVariable") // people know their groups by it
    @ManyToMany
    @JoinTable(
            name = "group_member",
            joinColumns = @JoinColumn(name = "group_id"),
            inverseJoinColumns = @JoinColumn(name = "user_id"))
    private Set<AppUser> members = new LinkedHashSet<>();

    @ManyToMany
    @JoinTable(
            name = "group_role",
            joinColumns = @JoinColumn(name = "group_id"),
            inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<Role> roles = new LinkedHashSet<>();

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected UserGroup() {}

    UserGroup(String code, String name) {
        this.code = code;
        this.name = name;
    }

    /** What people call it from now on, and which roles its members have. */
    void describe(String name, Collection<Role> roles) {
        this.name = name;
        this.roles.retainAll(roles);
        this.roles.addAll(roles);
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    Set<Role> roles() {
        return roles;
    }
}
