package dev.confluencekit.testkit.internal.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that are being converted, and what came of it, which is kept for some minutes. Time is the simulator's. Safe for use
 * by many threads.
 */
public final class Conversions {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Supplier<Duration> duration;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private long last;

    /**
     * Makes a site without conversions.
     *
     * @param clock tells how far they are
     * @param duration how long one takes that begins now
     */
    public Conversions(Clock clock, Supplier<Duration> duration) {
        this.clock = clock;
        this.duration = duration;
    }

    /**
     * What is wanted. Two that are equal are identical requests.
     *
     * @param owner the account id of who wants it; empty for nobody
     * @param from the format of the body
     * @param to the format wanted
     * @param value the body
     * @param context what the body is read as if it stood in; empty for nothing
     */
    public record Wanted(String owner, String from, String to, String value, String context) {}

    /**
     * What comes of it.
     *
     * @param value the body, or null if it cannot be converted
     * @param problem why not, or null
     */
    public record Outcome(@Nullable String value, @Nullable String problem) {

        /**
         * A body that was converted.
         *
         * @param value the body
         * @return the outcome
         */
        public static Outcome of(String value) {
            return new Outcome(value, null);
        }

        /**
         * A body that cannot be converted.
         *
         * @param problem why
         * @return the outcome
         */
        public static Outcome failed(String problem) {
            return new Outcome(null, problem);
        }
    }

    /**
     * How far a conversion is.
     *
     * @param id its id
     * @param owner who wanted it
     * @param to the format wanted
     * @param status the service's word
     * @param outcome what came of it, or null while there is nothing to show
     */
    public record State(
            String id,
            String owner,
            String to,
            String status,
            @Nullable Outcome outcome) {}

    private record Task(
            String id,
            Wanted wanted,
            Outcome outcome,
            @Nullable Outcome before,
            Instant start,
            Instant end) {

        boolean isDone(Instant now) {
            return !now.isBefore(end);
        }

        State state(Instant now) {
            if (isDone(now)) {
                String status = outcome.value() == null ? "FAILED" : "COMPLETED";
                return new State(id, wanted.owner(), wanted.to(), status, outcome);
            }
            if (before != null) {
                return new State(id, wanted.owner(), wanted.to(), "RERUNNING", before);
            }
            boolean early = Duration.between(start, now).multipliedBy(2).compareTo(Duration.between(start, end)) < 0;
            return new State(id, wanted.owner(), wanted.to(), early ? "QUEUED" : "WORKING", null);
        }
    }

    /**
     * Begins a conversion. The result of an identical request is shown no longer, unless it may be used again.
     *
     * @param wanted what is wanted
     * @param outcome what will come of it
     * @param cached whether an identical request of before is to be gone on with
     * @return the id of the conversion
     */
    public String begin(Wanted wanted, Outcome outcome, boolean cached) {
        lock.lock();
        try {
            Instant now = clock.instant();
            forgetOld(now);
            Optional<Task> same = tasks.values().stream()
                    .filter(task -> task.wanted().equals(wanted))
                    .filter(task -> cached || task.isDone(now))
                    .findFirst();
            if (cached && same.isPresent()) {
                return same.get().isDone(now)
                        ? rerun(same.get(), outcome, now)
                        : same.get().id();
            }
            same.ifPresent(task -> tasks.remove(task.id()));
            last++;
            String id = new UUID(0x7c1d4f3a20b94e61L, 0x8a00000000000000L | last).toString();
            tasks.put(id, new Task(id, wanted, outcome, null, now, now.plus(duration.get())));
            return id;
        } finally {
            lock.unlock();
        }
    }

    private String rerun(Task task, Outcome outcome, Instant now) {
        tasks.put(
                task.id(), new Task(task.id(), task.wanted(), outcome, task.outcome(), now, now.plus(duration.get())));
        return task.id();
    }

    /**
     * Finds a conversion.
     *
     * @param id its id
     * @return how far it is, or empty if it never began or its result is kept no longer
     */
    public Optional<State> find(String id) {
        lock.lock();
        try {
            Instant now = clock.instant();
            forgetOld(now);
            return Optional.ofNullable(tasks.get(id)).map(task -> task.state(now));
        } finally {
            lock.unlock();
        }
    }

    private void forgetOld(Instant now) {
        tasks.values().removeIf(task -> !now.isBefore(task.end().plus(KEPT)));
    }
}
