package io.opsflow.accounts;

import io.opsflow.workflow.Person;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface AppUserRepository extends JpaRepository<AppUser, Long> {

    /** With everything that signing in needs, in one statement. */
    @Query(
            """
            select u from AppUser u left join fetch u.roles r left join fetch r.permissions
            where u.username = :username
            """)
    Optional<AppUser> withPermissions(String username);

    /** With roles, their permissions and groups, in one statement. */
    @Query(
            """
            select u from AppUser u left join fetch u.roles r left join fetch r.permissions left join fetch u.groups
            where u.username = :username
            """)
    Optional<AppUser> withMemberships(String username);

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

    List<AppUser> findByUsernameIn(Collection<String> usernames);
}
