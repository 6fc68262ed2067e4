package io.opsflow.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface UserGroupRepository extends JpaRepository<UserGroup, Long> {

    @Query("select g from UserGroup g left join fetch g.roles where g.code = :code")
    Optional<UserGroup> withRoles(String code);

    @Query("select g from UserGroup g left join fetch g.roles where g.code in :codes")
    List<UserGroup> withRoles(Collection<String> codes);

    @Query("select g.code from UserGroup g")
    List<String> codes();

    @Query("select new io.opsflow.accounts.GroupName(g.code, g.name) from UserGroup g")
    List<GroupName> names();
}
