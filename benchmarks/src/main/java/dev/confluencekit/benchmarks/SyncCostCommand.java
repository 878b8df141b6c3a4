package dev.confluencekit.benchmarks;

import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.memory.InMemoryTarget;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.RunKind;
import java.io.PrintStream;
import java.time.Duration;

/** What runs of a mirror cost in requests, counted where they arrive. */
final class SyncCostCommand implements Command {
    private static final int PAGES = 100_000;
    private static final int SPACES = 50;
    private static final int CHANGED = 100;

    @Override
    public String name() {
        return "sync-cost";
    }

    @Override
    public String arguments() {
        return "[PAGES [SPACES]]";
    }

    @Override
    public String purpose() {
        return "requests of a first run, after " + CHANGED + " edits, after none, and of a run that lists everything";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(0, 2);
        int pages = arguments.countOr(0, PAGES);
        InMemoryTarget target = new InMemoryTarget();
        try (MirroredServer server = MirroredServer.start(pages, 500, arguments.countOr(1, SPACES), 0, 0)) {
            Mirror.Builder mirror = Mirror.of(server.connection()).into(target);
            long first = requests(server, mirror.build(), RunKind.FIRST, pages, 0);
            server.change(CHANGED);
            long changed = requests(server, mirror.build(), RunKind.INCREMENTAL, 0, CHANGED);
            long unchanged = requests(server, mirror.build(), RunKind.INCREMENTAL, 0, 0);
            Mirror all = mirror.reconcileEvery(Duration.ZERO).build();
            long reconcile = requests(server, all, RunKind.RECONCILING, 0, 0);
            out.printf(
                    "sync-cost: pages %d, first %d, changed%d %d, unchanged %d, reconcile %d%n",
                    pages, first, CHANGED, changed, unchanged, reconcile);
        }
    }

    private static long requests(MirroredServer server, Mirror mirror, RunKind kind, int added, int updated)
            throws Exception {
        MirrorReport report = MirroredServer.run(mirror);
        if (report.kind() != kind
                || report.counts().added() != added
                || report.counts().updated() != updated) {
            throw new IllegalStateException("not the run that was to be measured: " + report);
        }
        return server.counters().getKey();
    }
}
