package io.opsflow.accounts;

/**
 * What a program that signed in for a person goes on with.
 *
 * @param accessToken  opens calls, as {@code Authorization: Bearer …}
 * @param refreshToken gets the next pair, once
 * @param tokenType    how the access token is sent
 * @param expiresIn    for how many seconds the access token opens anything
 */
public record IssuedTokens(String accessToken, String refreshToken, String tokenType, long expiresIn) {

    @Override
    public String toString() {
        return "IssuedTokens[]";
    }
}
