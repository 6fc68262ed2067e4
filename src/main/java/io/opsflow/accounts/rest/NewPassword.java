package io.opsflow.accounts.rest;

import org.jspecify.annotations.Nullable;

/**
 * What a reset gives back.
 *
 * @param password the one that the program made up, told this once; null when one was sent
 */
record NewPassword(@Nullable String password) {

    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
