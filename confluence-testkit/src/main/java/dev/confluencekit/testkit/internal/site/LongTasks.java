package dev.confluencekit.testkit.internal.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on after its request was answered. Its time is the simulator's; what it does happens when its time has
 * passed, at the next request.
 */
public final class LongTasks {

    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private Duration duration = Duration.ZERO;

    /**
     * Makes a site without tasks.
     *
     * @param clock tells how far tasks are
     */
    public LongTasks(Clock clock) {
        this.clock = clock;
    }

    /**
     * How far a task is.
     *
     * @param id its id
     * @param name what kind of work it is
     * @param elapsed how long it has been running
     * @param percent from 0 to 100
     * @param finished whether it has ended
     * @param failure why it failed, or null
     * @param destinationId the content that it made, or null
     */
    public record State(
            String id,
            String name,
            Duration elapsed,
            int percent,
            boolean finished,
            @Nullable String failure,
            @Nullable String destinationId) {}

    private static final class Task {
        private final String id;
        private final String name;
        private final Instant start;
        private final Duration duration;
        private final Supplier<Optional<String>> work;
        private boolean finished;
        private @Nullable String failure;
        private @Nullable String destinationId;

        private Task(String id, String name, Instant start, Duration duration, Supplier<Optional<String>> work) {
            this.id = id;
            this.name = name;
            this.start = start;
            this.duration = duration;
            this.work = work;
        }

        private void finish() {
            try {
                destinationId = work.get().orElse(null);
            } catch (RuleBroken broken) {
                failure = broken.problem();
            }
            finished = true;
        }
    }

    /**
     * Sets how long tasks take that begin from now on.
     *
     * @param value by the simulator's clock
     */
    public void setDuration(Duration value) {
        lock.lock();
        try {
            duration = value;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives how long a task takes that begins now.
     *
     * @return by the simulator's clock
     */
    public Duration duration() {
        lock.lock();
        try {
            return duration;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Begins a task.
     *
     * @param name what kind of work it is
     * @param work does it, and gives the id of what it made
     * @return the id of the task
     */
    public String begin(String name, Supplier<Optional<String>> work) {
        lock.lock();
        try {
            String id = String.valueOf(70_000_001 + tasks.size());
            tasks.put(id, new Task(id, name, clock.instant(), duration, work));
            return id;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells whether work of some kind is under way.
     *
     * @param name what kind of work
     * @return true if a task of it has not ended
     */
    public boolean isUnderWay(String name) {
        settle();
        lock.lock();
        try {
            return tasks.values().stream().anyMatch(task -> task.name.equals(name) && !task.finished);
        } finally {
            lock.unlock();
        }
    }

    /** Does the work of all tasks whose time has passed. */
    public void settle() {
        lock.lock();
        try {
            Instant now = clock.instant();
            for (Task task : List.copyOf(tasks.values())) {
                if (!task.finished && !now.isBefore(task.start.plus(task.duration))) {
                    task.finish();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds a task.
     *
     * @param id its id
     * @return how far it is, or empty
     */
    public Optional<State> find(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(tasks.get(id)).map(this::state);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lists the tasks.
     *
     * @return how far each is, oldest first
     */
    public List<State> all() {
        lock.lock();
        try {
            List<State> all = new ArrayList<>();
            tasks.values().forEach(task -> all.add(state(task)));
            return all;
        } finally {
            lock.unlock();
        }
    }

    private State state(Task task) {
        Duration elapsed = Duration.between(task.start, clock.instant());
        long whole = Math.max(1, task.duration.toMillis());
        int percent = task.finished ? 100 : (int) Math.min(99, elapsed.toMillis() * 100 / whole);
        return new State(task.id, task.name, elapsed, percent, task.finished, task.failure, task.destinationId);
    }
}
