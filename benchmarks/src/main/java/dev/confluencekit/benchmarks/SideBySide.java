package dev.confluencekit.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Runs one task a space, a few at once, and adds up what they read. */
final class SideBySide {
    private SideBySide() {}

    static Totals sum(ExecutorService threads, List<Callable<Totals>> tasks) throws Exception {
        List<Future<Totals>> running = new ArrayList<>();
        for (Callable<Totals> task : tasks) {
            running.add(threads.submit(task));
        }
        Totals all = Totals.NONE;
        for (Future<Totals> one : running) {
            try {
                all = all.plus(one.get());
            } catch (ExecutionException e) {
                running.forEach(other -> other.cancel(true));
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
        return all;
    }
}
