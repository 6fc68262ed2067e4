package io.opsflow.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A program signs in for a person. */
public record TokenLogin(@NotBlank @Size(max = 200) String username, @NotNull @Size(max = 1000) String password) {

    @Override
    public String toString() {
        return "TokenLogin[]";
    }
}
