package io.opsflow.testing;

import io.opsflow.accounts.Impersonation;
import java.util.concurrent.Callable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Acts as one of the users, with the permissions that the user really has. */
public class As {

    private final Impersonation people;

    As(Impersonation people) {
        this.people = people;
    }

    /** Does the work as the user and gives back what it gives. */
    public <T> T user(String username, Callable<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        signIn(username);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Does the work as the user. */
    public void user(String username, Runnable work) {
        user(username, () -> {
            work.run();
            return true;
        });
    }

    /** Acts as the user in this thread from now on. */
    public void signIn(String username) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(people.of(username));
        SecurityContextHolder.setContext(context);
    }
}
