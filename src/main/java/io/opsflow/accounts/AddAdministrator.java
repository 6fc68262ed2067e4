package io.opsflow.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The first administrator of a new installation.
 *
 * @param code     the code in the log
 * @param password at least ten characters, not easy to guess
 */
public record AddAdministrator(
        @NotBlank @Size(max = 100) String code,
        @NotBlank @Size(max = 64) String username,
        @NotBlank @Size(max = 100) String realName,
        @NotNull @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "AddAdministrator[username=" + username + "]";
    }
}
