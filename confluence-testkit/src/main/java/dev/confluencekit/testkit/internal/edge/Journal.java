package dev.confluencekit.testkit.internal.edge;

import dev.confluencekit.testkit.RecordedRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The last requests, oldest first; enough for any test, bounded for long demonstrations. */
public final class Journal {

    private static final int MOST = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();

    /**
     * Adds a request.
     *
     * @param request what is kept of it
     */
    public void add(RecordedRequest request) {
        lock.lock();
        try {
            if (requests.size() == MOST) {
                requests.removeFirst();
            }
            requests.addLast(request);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives what was recorded.
     *
     * @return the requests, oldest first
     */
    public List<RecordedRequest> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what was recorded. */
    public void clear() {
        lock.lock();
        try {
            requests.clear();
        } finally {
            lock.unlock();
        }
    }
}
