package dev.confluencekit.content.longtask;

import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.internal.Lookups;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Long tasks over a connection. Asked for by id: the link that begins with them leads nowhere. */
final class DefaultLongTasksClient implements LongTasksClient {
    private static final String TASKS = "/wiki/rest/api/longtask";
    private static final int BATCH = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ConfluenceConnection connection;

    DefaultLongTasksClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public LongTask get(LongTaskId id) {
        return connection.fetch(
                ApiRequest.get("getTask", TASKS + "/{id}")
                        .path("id", id.value())
                        .build(),
                LongTask.class);
    }

    @Override
    public Optional<LongTask> find(LongTaskId id) {
        return Lookups.find(() -> get(id));
    }

    @Override
    public List<LongTask> list(int max) {
        if (max < 0) {
            throw new InvalidArgumentException("max", "must not be negative");
        }
        List<LongTask> all = new ArrayList<>();
        while (all.size() < max) {
            List<LongTask> batch = connection
                    .fetch(
                            ApiRequest.get("getTasks", TASKS)
                                    .query("start", all.size())
                                    .query("limit", Math.min(BATCH, max - all.size()))
                                    .build(),
                            LongTaskBatch.class)
                    .results();
            if (batch.isEmpty()) {
                break;
            }
            all.addAll(batch);
        }
        return List.copyOf(all.subList(0, Math.min(max, all.size())));
    }

    @Override
    public LongTask await(LongTaskId id) {
        return await(id, LongTaskWait.standard());
    }

    @Override
    public LongTask await(LongTaskId id, LongTaskWait wait) {
        TimeSource time = connection.time();
        long start = time.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            LongTask task = get(id);
            wait.progress().accept(task);
            if (task.isSuccessful()) {
                return task;
            }
            Duration left = wait.limit().minusNanos(time.nanoTime() - start);
            if (task.isFinished() || left.isNegative() || left.isZero()) {
                throw new LongTaskException(task);
            }
            if (cancelled(time, pause.compareTo(left) < 0 ? pause : left, wait, id)) {
                return task;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean cancelled(TimeSource time, Duration pause, LongTaskWait wait, LongTaskId id) {
        try {
            return time.await(pause, wait.cancel());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException("The wait for task " + id + " was interrupted; the task goes on.");
        }
    }
}
