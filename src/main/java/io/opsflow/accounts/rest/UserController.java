package io.opsflow.accounts.rest;

import io.opsflow.accounts.ChangePassword;
import io.opsflow.accounts.MyPassword;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users", description = "The people who work here.")
class UserController {

    private final MyPassword password;

    UserController(MyPassword password) {
        this.password = password;
    }

    @PostMapping("/change-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes the caller's own password, and ends the caller's other sessions")
    void changePassword(@RequestBody ChangePassword request) {
        password.change(request);
    }
}
