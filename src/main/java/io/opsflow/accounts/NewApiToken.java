package io.opsflow.accounts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A personal token that was just made.
 *
 * @param details what is kept of it
 * @param token   the token itself, told this once
 */
public record NewApiToken(@JsonUnwrapped ApiTokenDetails details, String token) {

    @Override
    public String toString() {
        return "NewApiToken[" + details + "]";
    }
}
