package io.opsflow.accounts;

import io.opsflow.workflow.Person;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.Hibernate;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface AppUserRepository extends JpaRepository<AppUser, Long> {

    /** With everything that decides what the person may do, in two statements however many roles and groups. */
    @Transactional(readOnly = true)
    default Optional<AppUser> withPermissions(String username) {
        Optional<AppUser> found = withMemberships(username);
        found.ifPresent(user -> user.allRoles().forEach(role -> Hibernate.initialize(role.permissions())));
        return found;
    }

    /** With roles, groups and the roles of these, in one statement. */
    @Query(
            """
            select u from AppUser u left join fetch u.roles left join fetch u.groups g left join fetch g.roles
            where u.username = :username
            """)
    Optional<AppUser> withMemberships(String username);

    /** The same, found by id. */
    @Query(
            """
            select u from AppUser u left join fetch u.roles r left join fetch r.permissions left join fetch u.groups
            where u.id = :id
            """)
    Optional<AppUser> withMemberships(long id);

    /** Nobody else changes this account until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from AppUser u where u.id = :id")
    Optional<AppUser> hold(long id);

    /** The names that can be taken for this one, and the same name itself. */
    @Query("select u.username from AppUser u where u.nameSkeleton = :skeleton or u.username = :username")
    List<String> likeName(String skeleton, String username);

    /** Keeps the same password in a better way, unless it was changed meanwhile. */
    @Modifying
    @Transactional
    @Query("update AppUser u set u.passwordHash = :better where u.username = :username and u.passwordHash = :hash")
    void rehash(String username, String hash, String better);

    Optional<AppUser> findByUsername(String username);

    @Query("select new io.opsflow.workflow.Person(u.username, u.realName) from AppUser u where u.username in"
            + " :usernames")
    List<Person> named(Collection<String> usernames);

    @Query(
            """
            select new io.opsflow.workflow.Person(u.username, u.realName) from AppUser u join u.roles r
            where r.code = :role and u.active = true
            """)
    List<Person> withRole(String role);

    /** Those who have a role because a group of theirs carries it. */
    @Query(
            """
            select distinct new io.opsflow.workflow.Person(u.username, u.realName)
            from AppUser u join u.groups g join g.roles r
            where r.code = :role and u.active = true
            """)
    List<Person> withRoleByGroup(String role);

    /** Nobody else holds these people until this transaction ends; always in the same order. */
    @Query(
            value = "select id from app_user where username in :usernames order by username for update",
            nativeQuery = true)
    List<Long> hold(Collection<String> usernames);

    List<AppUser> findByUsernameIn(Collection<String> usernames);

    @Query("select count(u) from AppUser u where u.username like :pattern")
    int countNamesLike(String pattern);
}
