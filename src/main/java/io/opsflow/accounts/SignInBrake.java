package io.opsflow.accounts;

import io.opsflow.accounts.SignInAttempts.Lock;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.platform.OpsFlowSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Brakes the guessing of passwords, for every way in alike. A few wrong passwords for one name lock the name, each time for
 * longer; many from one address make that address wait. Names that nobody has are counted like all others, so a lock tells
 * nothing. Kept in the database: a restart forgives nothing, and all nodes count together.
 */
@Component
@EnableConfigurationProperties(SignInProperties.class)
class SignInBrake {

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(SignInBrake.class);
    private static final Duration FIRST_LOCK = Duration.ofMinutes(10);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);
    /** For so long after a lock has ended, the next one is longer. */
    private static final Duration MEMORY = Duration.ofDays(1);

    private static final int LANES = 64;
    /** So many wait for a password to be computed; of the threads that answer, most are left for everybody else. */
    private static final int MOST_AT_ONCE = 32;

    private static final Duration SOON = Duration.ofSeconds(5);

    private final SignInAttempts attempts;
    private final SignInProperties limits;
    private final LockNews news;
    private final Clock clock;
    private final SecretKey key;
    private final Semaphore entrance = new Semaphore(MOST_AT_ONCE);
    private final Object[] lanes =
            IntStream.range(0, LANES).mapToObj(i -> new Object()).toArray();

    SignInBrake(
            SignInAttempts attempts, SignInProperties limits, LockNews news, OpsFlowSettings settings, Clock clock) {
        this.attempts = attempts;
        this.limits = limits;
        this.news = news;
        this.clock = clock;
        this.key = settings.keyFor("names of sign-in attempts");
    }

    /**
     * One attempt at somebody's password. Attempts for one name come one after the other, so that a hundred at once are not
     * all computed before the first of them is counted.
     *
     * @param attempt the name as it was typed, and the address in its details
     * @param isRight compares the password, which takes long
     * @throws TooManyAttempts nothing was compared
     */
    boolean attempt(Authentication attempt, BooleanSupplier isRight) {
        if (!entrance.tryAcquire()) {
            throw new TooManyAttempts(SOON);
        }
        try {
            return inLane(attempt.getName(), Origin.network(attempt.getDetails()), isRight);
        } finally {
            entrance.release();
        }
    }

    int laneOf(String typed) {
        return lane(digest(typed));
    }

    private static int lane(String digest) {
        return Math.floorMod(digest.hashCode(), LANES);
    }

    private boolean inLane(String typed, String address, BooleanSupplier isRight) {
        String name = digest(typed);
        synchronized (lanes[lane(name)]) {
            Optional<Lock> last = attempts.lock(name);
            refuseWhileLocked(last, address);
            boolean right = isRight.getAsBoolean();
            if (right) {
                attempts.forgive(name);
            } else {
                count(typed, name, address, last);
            }
            return right;
        }
    }

    /**
     * Nothing is guessed here, because the password was right a moment ago; but who must wait, must wait.
     *
     * @throws TooManyAttempts the name or the address must wait
     */
    void check(Authentication attempt) {
        refuseWhileLocked(attempts.lock(digest(attempt.getName())), Origin.network(attempt.getDetails()));
    }

    /** How many wrong passwords for the name count at the moment. */
    int failures(String username) {
        return attempts.count(digest(username), clock.instant().minus(WINDOW));
    }

    /** Until when no password for the name is looked at; empty when the next one is. */
    Optional<Instant> lockedUntil(String username) {
        return attempts.lock(digest(username)).map(Lock::until).filter(clock.instant()::isBefore);
    }

    /**
     * From an address where too much was guessed nothing else is tried either.
     *
     * @throws TooManyAttempts it must wait
     */
    void checkAddress(String network) {
        refuseWhileLocked(Optional.empty(), network);
    }

    /** Somebody has learned from this address that a name is taken: that counts like a wrong password. */
    void countAddress(String network) {
        attempts.add(digest("a name that is taken"), network, clock.instant());
    }

    /** The name is no longer locked, and nothing that was counted for it counts. */
    void unlock(String username) {
        attempts.forgive(digest(username));
    }

    /** Nothing stays longer than it counts. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void forget() {
        Instant now = clock.instant();
        attempts.forget(now.minus(WINDOW), now.minus(MEMORY));
    }

    private void refuseWhileLocked(Optional<Lock> last, String address) {
        Instant now = clock.instant();
        Instant until = last.map(Lock::until).orElse(Instant.MIN);
        if (until.isAfter(now)) {
            throw new TooManyAttempts(Duration.between(now, until));
        }
        attempts.oldestOfTooMany(address, now.minus(WINDOW), limits.addressFailures())
                .ifPresent(oldest -> {
                    throw new TooManyAttempts(Duration.between(now, oldest.plus(WINDOW)));
                });
    }

    private void count(String typed, String name, String address, Optional<Lock> last) {
        Instant now = clock.instant();
        attempts.add(name, address, now);
        Instant since = now.minus(WINDOW);
        // What led to a lock is paid for with that lock.
        Instant from = last.map(Lock::since).filter(since::isBefore).orElse(since);
        if (attempts.count(name, from) >= limits.failures()) {
            int times = last.filter(lock -> lock.until().plus(MEMORY).isAfter(now))
                            .map(Lock::times)
                            .orElse(0)
                    + 1;
            Instant until = now.plus(duration(times));
            attempts.lock(name, new Lock(now, until, times), last);
            LOG.warn("Too many wrong passwords for one name, the last from {}: locked until {}", address, until);
            news.locked(Username.normalised(typed), address, until);
        }
        if (attempts.oldestOfTooMany(address, since, limits.addressFailures()).isPresent()) {
            news.braked(address, limits.addressFailures());
        }
    }

    private static Duration duration(int times) {
        Duration doubled = FIRST_LOCK.multipliedBy(1L << Math.min(times - 1, 10));
        return doubled.compareTo(LONGEST_LOCK) < 0 ? doubled : LONGEST_LOCK;
    }

    /** People type passwords where the name belongs: what was typed is not kept. */
    private String digest(String typed) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] digest = mac.doFinal(Username.normalised(typed).orElse(typed).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + key.getAlgorithm(), e);
        }
    }
}
