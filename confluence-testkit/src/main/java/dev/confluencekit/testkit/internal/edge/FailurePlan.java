package dev.confluencekit.testkit.internal.edge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The failures still to come: first those for the next answers, then those bound to a path. */
public final class FailurePlan {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<FailureSpec> next = new ArrayDeque<>();
    private final List<Rule> rules = new ArrayList<>();

    private static final class Rule {
        private final PathPattern pattern;
        private final FailureSpec failure;
        private int remaining;

        private Rule(PathPattern pattern, FailureSpec failure, int remaining) {
            this.pattern = pattern;
            this.failure = failure;
            this.remaining = remaining;
        }
    }

    /**
     * Plans failures for a path.
     *
     * @param pattern which requests
     * @param times how many of them
     * @param failure what happens
     */
    public void add(PathPattern pattern, int times, FailureSpec failure) {
        if (times < 1) {
            throw new IllegalArgumentException("a failure happens at least once, not " + times + " times");
        }
        lock.lock();
        try {
            rules.add(new Rule(pattern, failure, times));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Plans a failure for the next request of all, after those planned before.
     *
     * @param failure what happens
     */
    public void addNext(FailureSpec failure) {
        lock.lock();
        try {
            next.add(failure);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all that is planned. */
    public void clear() {
        lock.lock();
        try {
            next.clear();
            rules.clear();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the failure of a request, if there is one.
     *
     * @param method its method
     * @param path its path
     * @return what happens to it
     */
    public Optional<FailureSpec> take(String method, String path) {
        lock.lock();
        try {
            if (!next.isEmpty()) {
                return Optional.of(next.remove());
            }
            Iterator<Rule> all = rules.iterator();
            while (all.hasNext()) {
                Rule rule = all.next();
                if (rule.pattern.matches(method, path)) {
                    rule.remaining--;
                    if (rule.remaining == 0) {
                        all.remove();
                    }
                    return Optional.of(rule.failure);
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
