package io.opsflow.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Whoever is signed in to OpsFlow is signed in to the engine's web applications, with the groups that the identity
 * provider tells. Made by the engine's filter, by name.
 */
public class CockpitSignOn implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        String username = request.getRemoteUser();
        boolean isThere = username != null
                && engine.getIdentityService()
                                .createUserQuery()
                                .userId(username)
                                .count()
                        == 1;
        return isThere ? AuthenticationResult.successful(username) : AuthenticationResult.unsuccessful();
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // A browser must not ask for a password by itself.
    }
}
