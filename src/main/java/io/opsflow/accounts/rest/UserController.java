package io.opsflow.accounts.rest;

import io.opsflow.accounts.AccountFilter;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.AddAccount;
import io.opsflow.accounts.ChangePassword;
import io.opsflow.accounts.EditAccount;
import io.opsflow.accounts.EditProfile;
import io.opsflow.accounts.MyPassword;
import io.opsflow.accounts.OpenWork;
import io.opsflow.accounts.ResetPassword;
import io.opsflow.accounts.SessionDetails;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.PersonalWork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users", description = "The people who work here.")
class UserController {

    private final Accounts accounts;
    private final MyPassword password;

    UserController(Accounts accounts, MyPassword password) {
        this.accounts = accounts;
        this.password = password;
    }

    @GetMapping
    @Operation(summary = "Lists the accounts")
    PageOf<User> find(
            @Parameter(description = "Beginnings of words in user name, real name, e-mail or phone")
                    @RequestParam(name = "q", required = false)
                    @Nullable
                    String q,
            @Parameter(description = "The code of a role, one's own or a group's")
                    @RequestParam(name = "role", required = false)
                    @Nullable
                    String role,
            @Parameter(description = "The code of a group") @RequestParam(name = "group", required = false) @Nullable
                    String group,
            @RequestParam(name = "department", required = false) @Nullable String department,
            @RequestParam(name = "is_active", required = false) @Nullable Boolean active,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size,
            @Parameter(description = "username, real_name, department or created_at, then `,asc` or `,desc`")
                    @RequestParam(name = "sort", required = false)
                    @Nullable
                    String sort) {
        return accounts.find(new AccountFilter(q, role, group, department, active), new Paging(page, size, sort, null))
                .map(User::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds somebody, who must choose another password at the first sign-in")
    ResponseEntity<User> add(@RequestBody AddAccount request) {
        User added = User.of(accounts.add(request));
        return ResponseEntity.created(URI.create("/api/v1/users/" + added.id())).body(added);
    }

    @GetMapping("/me")
    @Operation(summary = "Shows the caller's own account")
    User me() {
        return User.of(accounts.me());
    }

    @PatchMapping("/me")
    @Operation(summary = "Changes the caller's own data; fields that are absent stay")
    User editMe(@RequestBody EditProfile request) {
        return User.of(accounts.editMe(request));
    }

    @PostMapping("/change-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes the caller's own password, and ends the caller's other sessions")
    void changePassword(@RequestBody ChangePassword request) {
        password.change(request);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows an account")
    User details(@PathVariable("id") long id) {
        return User.of(accounts.details(id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Changes an account; fields that are absent stay, empty texts are cleared",
            description = "With `version`, an account that has changed since it was read is not overwritten.")
    User edit(@PathVariable("id") long id, @RequestBody EditAccount request) {
        return User.of(accounts.edit(id, request));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes an account under which nothing was done; others can be deactivated")
    void delete(@PathVariable("id") long id) {
        accounts.delete(id);
    }

    @PostMapping("/{id}/deactivate")
    @Operation(
            summary = "Lets somebody in no more, at once",
            description = "Where tasks wait for the person, the body says what becomes of them: `give_back` offers to"
                    + " others again what they may do as well, `colleague` takes over the rest.")
    User deactivate(@PathVariable("id") long id, @RequestBody(required = false) @Nullable OpenWork work) {
        return User.of(accounts.deactivate(id, work == null ? OpenWork.NOTHING_SAID : work));
    }

    @GetMapping("/{id}/work")
    @Operation(summary = "Lists the open tasks that are somebody's, and what comes back to the person later")
    PersonalWork work(@PathVariable("id") long id, Locale locale) {
        return accounts.work(id, locale);
    }

    @PostMapping("/{id}/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives somebody's open work back or to a colleague; the account stays as it is")
    void handOver(@PathVariable("id") long id, @RequestBody OpenWork work) {
        accounts.handOver(id, work);
    }

    @PostMapping("/{id}/activate")
    @Operation(summary = "Lets somebody in again")
    User activate(@PathVariable("id") long id) {
        return User.of(accounts.activate(id));
    }

    @PostMapping("/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "After too many wrong passwords, the next one is looked at again")
    void unlock(@PathVariable("id") long id) {
        accounts.unlock(accounts.details(id).username());
    }

    @PostMapping("/{id}/reset-password")
    @Operation(
            summary = "Gives somebody a password that must be changed at the next sign-in",
            description = "Without `password` the program makes one up, and tells it this once.")
    NewPassword resetPassword(
            @PathVariable("id") long id, @RequestBody(required = false) @Nullable ResetPassword request) {
        return new NewPassword(accounts.resetPassword(id, request == null ? new ResetPassword(null) : request)
                .orElse(null));
    }

    @GetMapping("/{id}/sessions")
    @Operation(summary = "Lists where somebody is signed in, at the screens and by programs")
    PageOf<SessionDetails> sessions(
            @PathVariable("id") long id,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "50") int size) {
        return accounts.sessions(id, new Paging(page, size, null, null));
    }

    @DeleteMapping("/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends all sessions and tokens of somebody")
    void endSessions(@PathVariable("id") long id) {
        accounts.endSessions(id);
    }
}
