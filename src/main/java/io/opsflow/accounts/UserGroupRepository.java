package io.opsflow.accounts;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface UserGroupRepository extends JpaRepository<UserGroup, Long> {

    @Query("select g.code from UserGroup g")
    List<String> codes();

    @Query("select new io.opsflow.accounts.GroupName(g.code, g.name) from UserGroup g")
    List<GroupName> names();
}
