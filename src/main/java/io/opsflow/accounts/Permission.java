package io.opsflow.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.springframework.data.domain.Persistable;

/** A permission that the built-in roles have been offered. */
@Entity
@Table(name = "permission")
class Permission implements Persistable<String> {

    @Id
    private String name;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Permission() {}

    Permission(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    public String getId() {
        return name;
    }

    /** Only new ones are ever saved: without this each would be looked for first. */
    @Override
    public boolean isNew() {
        return true;
    }
}
