package io.opsflow.longwork;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Fault;
import io.opsflow.kernel.Texts;
import jakarta.annotation.PreDestroy;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Does work behind people's backs, two pieces at a time in each node. Whoever carries work out says every other second that
 * it is alive; work that nobody carries out any more is told to be interrupted, and can then no longer end well.
 */
@Component
public class LongWorks {

    private static final Logger LOG = LoggerFactory.getLogger(LongWorks.class);
    private static final int AT_ONCE = 2;
    private static final int BEAT_SECONDS = 2;
    private static final int LAST_SECONDS = 15;

    private final WorkTable table;
    private final Texts texts;
    private final Map<String, Carried> carried = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, LongWorks::thread);
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(LongWorks::thread);
    private final Future<?> beating;
    private volatile boolean ending;

    LongWorks(WorkTable table, Texts texts) {
        this.table = table;
        this.texts = texts;
        this.beating = heart.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread made = new Thread(work, "long-work");
        made.setDaemon(true);
        return made;
    }

    /** What is to be done. It gives its result back, or has told it as {@link Progress#done}. */
    @FunctionalInterface
    public interface Work {
        String of(Progress progress);
    }

    /**
     * Begins work in the name of whoever calls, outside any transaction of theirs.
     *
     * @param kind     what kind of work it is
     * @param what     what is asked for, for those who ask how it fares
     * @param language of the sentence if it fails
     */
    public LongWork begin(String kind, String what, Locale language, Work work) {
        String id = UUID.randomUUID().toString();
        Authentication person =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        table.begin(id, kind, Actor.current().name(), what);
        Carried mine = new Carried(id);
        carried.put(id, mine);
        threads.execute(() -> carryOut(mine, person, language, work));
        return find(id).orElseThrow();
    }

    /** The work with a name. */
    public Optional<LongWork> find(String id) {
        return table.find(id, carried::containsKey).map(this::shown);
    }

    /** The work of a kind that somebody has begun last. */
    public Optional<LongWork> latest(String kind, String person) {
        return table.latest(kind, person, carried::containsKey).map(this::shown);
    }

    /** What this node carries out is known here to the moment. */
    private LongWork shown(LongWork work) {
        Carried mine = carried.get(work.id());
        return mine == null || !work.isRunning() ? work : mine.shown(work);
    }

    private void carryOut(Carried mine, Authentication person, Locale language, Work work) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        SecurityContextHolder.setContext(context);
        try {
            String result = work.of(mine);
            if (!mine.ended) {
                table.done(mine.id, result, mine.total);
            }
        } catch (CancellationException interrupted) {
            LOG.info("Long work {} was interrupted", mine.id);
            table.interrupted(mine.id, mine.done, mine.total);
        } catch (RuntimeException e) {
            failed(mine, language, e);
        } finally {
            carried.remove(mine.id);
            SecurityContextHolder.clearContext();
        }
    }

    private void failed(Carried mine, Locale language, RuntimeException reason) {
        try {
            table.failed(mine.id, sentence(mine, language, reason));
        } catch (DataAccessException unreachable) {
            LOG.warn("Long work {} could not be told to have failed; it will be told to be interrupted", mine.id);
        }
    }

    private String sentence(Carried mine, Locale language, RuntimeException reason) {
        if (reason instanceof DomainError known) {
            return texts.of(language, known);
        }
        if (Fault.isConflict(reason)) {
            LOG.info("Long work {} met somebody else's: {}", mine.id, reason.getMessage());
            return texts.get(language, "longwork.changed-meanwhile");
        }
        LOG.error("Long work {} failed", mine.id, reason);
        return texts.get(language, "longwork.failed");
    }

    private void beat() {
        try {
            carried.values().forEach(mine -> mine.lost = !table.beat(mine.id, mine.done, mine.total));
        } catch (RuntimeException unreachable) {
            // Whatever it is: the next beat comes only if this one ends well.
            LOG.warn("Long work cannot say that it is alive: {}", unreachable.getMessage());
        }
    }

    /** Lets nothing go on that would be cut off: it is undone, and told. */
    @PreDestroy
    void end() throws InterruptedException {
        ending = true;
        threads.shutdown();
        if (!threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Long work did not end in time");
        }
        beating.cancel(false);
        heart.shutdown();
    }

    /** Work that this node carries out. */
    private final class Carried implements Progress {

        private final String id;
        private volatile long done;
        private volatile long total;
        private volatile boolean ended;
        /** People have been told that it was interrupted, and may begin it again. */
        private volatile boolean lost;

        Carried(String id) {
            this.id = id;
        }

        @Override
        public void at(long nowDone, long nowTotal) {
            if (ending || lost) {
                throw new CancellationException(id);
            }
            done = nowDone;
            total = nowTotal;
        }

        @Override
        public void done(String result) {
            table.done(id, result, total);
            ended = true;
        }

        LongWork shown(LongWork work) {
            return new LongWork(
                    id,
                    work.kind(),
                    work.person(),
                    work.phase(),
                    work.what(),
                    done,
                    total,
                    null,
                    null,
                    work.begunAt(),
                    null);
        }
    }
}
