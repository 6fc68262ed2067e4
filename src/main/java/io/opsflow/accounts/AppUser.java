package io.opsflow.accounts;

import io.opsflow.design.Preferences.Theme;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in. The name never changes; everything else about a person may. */
@Entity
@Table(name = "app_user")
class AppUser {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "app_user")
    @TableGenerator(
            name = "app_user",
            table = "id_sequence",
            pkColumnName = "name",
            valueColumnName = "next_id",
            pkColumnValue = "app_user",
            allocationSize = 50)
    private long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String username;

    @Column(updatable = false)
    private String nameSkeleton;

    @OptimisticLock(excluded = true)
    private String passwordHash;

    private String realName;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String department;
    private boolean active = true;

    @OptimisticLock(excluded = true)
    private boolean mustChangePassword;

    @OptimisticLock(excluded = true)
    private @Nullable String locale;

    @OptimisticLock(excluded = true)
    private @Nullable String timeZone;

    @OptimisticLock(excluded = true)
    @Enumerated(EnumType.STRING)
    private Theme theme = Theme.SYSTEM;

    private Instant createdAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastSignInAt;

    @ManyToMany
    @JoinTable(
            name = "user_role",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<Role> roles = new LinkedHashSet<>();

    @ManyToMany(mappedBy = "members")
    private Set<UserGroup> groups = new LinkedHashSet<>();

    @OptimisticLock(excluded = true)
    @ElementCollection
    @CollectionTable(name = "user_word", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "word")
    private List<String> words = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected AppUser() {}

    /**
     * Somebody new.
     *
     * @param username     in its normalised spelling
     * @param passwordHash never the password
     */
    AppUser(String username, String passwordHash, String realName, Collection<Role> roles, Instant now) {
        this.username = username;
        this.nameSkeleton = Username.skeleton(username);
        this.passwordHash = passwordHash;
        this.realName = realName;
        this.roles.addAll(roles);
        this.createdAt = now;
        this.words.addAll(SearchWords.of(username, realName, null, null));
    }

    /** How to reach the person, and where the person works. */
    AppUser reachableAt(@Nullable String email, @Nullable String phone, @Nullable String department) {
        this.email = email;
        this.phone = phone;
        this.department = department;
        findable();
        return this;
    }

    /** The name that others know the person by. */
    void call(String realName) {
        this.realName = realName;
        findable();
    }

    private void findable() {
        Set<String> now = SearchWords.of(username, realName, email, phone);
        if (words.size() != now.size() || !now.containsAll(words)) {
            words.clear();
            words.addAll(now);
        }
    }

    /** Whether the person may sign in at all. */
    void setActive(boolean active) {
        this.active = active;
    }

    /** What the person is here from now on. */
    void become(Collection<Role> roles) {
        this.roles.retainAll(roles);
        this.roles.addAll(roles);
    }

    /** Whether the person may do this, once signed in. */
    boolean may(String permission) {
        return active && allRoles().stream().anyMatch(role -> role.permissions().contains(permission));
    }

    /** A password that its owner has chosen. */
    void choose(String hash) {
        this.passwordHash = hash;
        this.mustChangePassword = false;
    }

    /** Whether somebody else chose the password, so that its owner has to choose another. */
    void mustChangePassword(boolean mustChange) {
        this.mustChangePassword = mustChange;
    }

    /** How the person wants to see the product from now on. */
    void prefer(Locale locale, ZoneId zone, Theme theme) {
        this.locale = locale.toLanguageTag();
        this.timeZone = zone.getId();
        this.theme = theme;
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }

    String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    String realName() {
        return realName;
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String phone() {
        return phone;
    }

    @Nullable
    String department() {
        return department;
    }

    boolean isActive() {
        return active;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    @Nullable
    String locale() {
        return locale;
    }

    @Nullable
    String timeZone() {
        return timeZone;
    }

    Theme theme() {
        return theme;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** What the person may do now: nothing but choose a password of their own while somebody else knows it. */
    Set<String> permissions() {
        return mustChangePassword
                ? Set.of(MustChange.AUTHORITY)
                : allRoles().stream()
                        .flatMap(role -> role.permissions().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The person's own roles, and those that come with the groups. */
    Set<Role> allRoles() {
        Set<Role> all = new LinkedHashSet<>(roles);
        groups.forEach(group -> all.addAll(group.roles()));
        return all;
    }

    @Nullable
    Instant lastSignInAt() {
        return lastSignInAt;
    }

    /** What the log of changes keeps of the account. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("username", username);
        facts.put("real_name", realName);
        facts.put("email", Objects.requireNonNullElse(email, ""));
        facts.put("phone", Objects.requireNonNullElse(phone, ""));
        facts.put("department", Objects.requireNonNullElse(department, ""));
        facts.put("roles", roles.stream().map(Role::code).sorted().toList());
        facts.put("groups", groups.stream().map(UserGroup::code).sorted().toList());
        facts.put("is_active", active);
        return facts;
    }

    /** The person's own roles. */
    Set<Role> roles() {
        return roles;
    }

    Set<UserGroup> groups() {
        return groups;
    }
}
