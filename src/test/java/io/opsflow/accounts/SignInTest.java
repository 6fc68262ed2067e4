package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.testing.OpsFlowTest;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

@OpsFlowTest
@Transactional
class SignInTest {

    @Autowired
    AppUserRepository users;

    @Autowired
    ApplicantRepository applicants;

    @Autowired
    Roles roles;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    Clock clock;

    @Autowired
    SignInBrake brake;

    private final AtomicInteger computed = new AtomicInteger();
    private final AtomicLong ticks = new AtomicLong();
    private final PasswordEncoder counting = new BCryptPasswordEncoder(4) {
        @Override
        public boolean matches(CharSequence password, String hash) {
            computed.incrementAndGet();
            return super.matches(password, hash);
        }
    };

    private final VerifiedPasswords verified = VerifiedPasswords.forAMinute(ticks::get);

    @BeforeEach
    void somebody() {
        users.saveAndFlush(new AppUser(
                "programme", counting.encode("first secret"), "程序", roles.all(Set.of("VIEWER")), clock.instant()));
    }

    @Test
    void who_knows_the_password_gets_the_permissions_of_all_roles_and_nothing_secret() {
        Authentication signedIn = signIn("programme", "first secret");
        assertThat(signedIn.getName()).isEqualTo("programme");
        assertThat(signedIn.getAuthorities())
                .extracting(Object::toString)
                .containsExactlyInAnyOrderElementsOf(BuiltInRole.VIEWER.permissions());
        assertThat(signedIn.getCredentials()).isNull();
    }

    @Test
    void a_verified_password_is_not_computed_again_for_a_minute() {
        signIn("programme", "first secret");
        signIn("PROGRAMME", "first secret");
        assertThat(computed).hasValue(1);
        ticks.set(Duration.ofSeconds(61).toNanos());
        signIn("programme", "first secret");
        assertThat(computed).hasValue(2);
    }

    @Test
    void a_changed_password_ends_the_old_one_at_once() {
        signIn("programme", "first secret");
        jdbc.update(
                "update app_user set password_hash = ? where username = 'programme'", counting.encode("second secret"));
        entities.clear();
        refused("programme", "first secret");
        signIn("programme", "second secret");
    }

    @Test
    void somebody_inactive_is_refused_at_once_even_with_a_verified_password() {
        signIn("programme", "first secret");
        jdbc.update("update app_user set active = false where username = 'programme'");
        entities.clear();
        refused("programme", "first secret");
    }

    @Test
    void an_unknown_name_costs_as_much_as_a_wrong_password() {
        refused("programme", "wrong");
        assertThat(computed).hasValue(1);
        refused("nobody.at.all", "wrong");
        assertThat(computed).hasValue(2);
        refused("不是名字", "wrong");
        assertThat(computed).hasValue(3);
    }

    @Test
    void a_wrong_password_is_never_remembered() {
        refused("programme", "wrong");
        refused("programme", "wrong");
        refused("programme", "x".repeat(10_000));
        refused("programme", "");
        assertThat(computed).hasValue(4);
    }

    private Authentication signIn(String name, String password) {
        return new PasswordSignIn(users, applicants, counting, verified, brake)
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
    }

    private void refused(String name, String password) {
        assertThatThrownBy(() -> signIn(name, password)).isInstanceOf(BadCredentialsException.class);
    }
}
