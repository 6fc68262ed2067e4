package io.opsflow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class ActorTest {

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_visitor_is_nobody() {
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        "key", "anonymous", AuthorityUtils.createAuthorityList(Permissions.TICKETS_CREATE)));

        assertThat(Actor.isSignedIn()).isFalse();
        assertThat(Actor.may(Permissions.TICKETS_CREATE)).isFalse();
        assertThatThrownBy(Actor::current).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void somebody_has_the_permissions_that_were_given_and_no_others() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "li", null, AuthorityUtils.createAuthorityList(Permissions.TICKETS_CREATE)));

        assertThat(Actor.current()).isEqualTo(new Actor("li", null));
        assertThat(Actor.may(Permissions.TICKETS_CREATE)).isTrue();
        assertThat(Actor.may(Permissions.TICKETS_REVIEW)).isFalse();
        assertThat(Actor.current().isSystem()).isFalse();
    }

    @Test
    void every_permission_is_named_once() {
        assertThat(Permissions.all())
                .contains("tickets.view", "inbox.view")
                .hasSize(Permissions.class.getFields().length)
                .allMatch(name -> name.matches("[a-z]+\\.[a-z_]+"));
    }
}
