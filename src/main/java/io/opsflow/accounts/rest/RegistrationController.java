package io.opsflow.accounts.rest;

import io.opsflow.accounts.Register;
import io.opsflow.accounts.Registration;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "Registration", description = "Accounts for people who have none.")
class RegistrationController {

    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
    }

    /** @param status {@code added}, or {@code pending} until an administrator has decided */
    record Registered(String username, String status) {}

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(summary = "Registers somebody; nobody need be signed in")
    Registered register(@RequestBody Register request, HttpServletRequest http) {
        boolean added = registration.register(request, http.getRemoteAddr());
        return new Registered(request.username(), added ? "added" : "pending");
    }
}
