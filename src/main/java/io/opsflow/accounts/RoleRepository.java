package io.opsflow.accounts;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RoleRepository extends JpaRepository<Role, Long> {

    List<Role> findByCodeIn(Collection<String> codes);

    @Query("select r.code from Role r")
    List<String> codes();

    @Query("select new io.opsflow.accounts.RoleName(r.code, r.name) from Role r")
    List<RoleName> names();
}
