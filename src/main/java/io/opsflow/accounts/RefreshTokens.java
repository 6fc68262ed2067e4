package io.opsflow.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The one half of a sign-in that gets or ends the other.
 *
 * @param refreshToken as the last sign-in or refresh gave it
 */
public record RefreshTokens(@NotBlank @Size(max = 200) String refreshToken) {

    @Override
    public String toString() {
        return "RefreshTokens[]";
    }
}
