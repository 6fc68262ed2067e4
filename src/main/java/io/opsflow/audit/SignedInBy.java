package io.opsflow.audit;

/** By what somebody is signed in: implemented by the details that an authentication carries. */
public interface SignedInBy {

    /** Names the session or token without being a secret, such as {@code session:4f2a…}. */
    String means();

    /** The address from which it was used. */
    String address();

    /** The way in of what goes on when the call that has begun it is over. */
    default Way way() {
        return Way.SCREEN;
    }
}
