package io.opsflow.accounts.rest;

import io.opsflow.accounts.IssuedTokens;
import io.opsflow.accounts.RefreshTokens;
import io.opsflow.accounts.TokenLogin;
import io.opsflow.accounts.TokenSignIn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Signing in", description = "Programs sign in for a person and go on with tokens.")
class AuthController {

    private final TokenSignIn tokens;

    AuthController(TokenSignIn tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/login")
    @SecurityRequirements
    @Operation(
            summary = "Signs in with user name and password",
            description = "Somebody whose password was chosen by somebody else gets 403 `password-must-change`.")
    IssuedTokens login(@RequestBody TokenLogin request, HttpServletRequest call) {
        return tokens.login(request, new WebAuthenticationDetails(call));
    }

    @PostMapping("/refresh")
    @SecurityRequirements
    @Operation(
            summary = "Gets the next pair of tokens",
            description = "Each refresh token counts once. One that comes again ends the whole sign-in.")
    IssuedTokens refresh(@RequestBody RefreshTokens request) {
        return tokens.refresh(request);
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Ends a sign-in and all its tokens",
            description = "The one of the access token that the call carries, or the one whose refresh token is sent.")
    void logout(@RequestBody(required = false) @Nullable RefreshTokens request) {
        tokens.logout(request);
    }
}
