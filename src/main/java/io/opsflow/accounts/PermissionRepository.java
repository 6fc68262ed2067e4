package io.opsflow.accounts;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PermissionRepository extends JpaRepository<Permission, String> {

    @Query("select p.name from Permission p")
    List<String> names();
}
