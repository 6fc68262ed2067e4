package io.opsflow.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RoleRepository extends JpaRepository<Role, Long> {

    List<Role> findByCodeIn(Collection<String> codes);

    Optional<Role> findByCode(String code);

    @Query("select r.code from Role r")
    List<String> codes();

    @Query("select new io.opsflow.accounts.RoleName(r.code, r.name, r.nameEn) from Role r")
    List<RoleName> names();
}
