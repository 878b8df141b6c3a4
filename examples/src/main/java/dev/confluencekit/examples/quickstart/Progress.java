package dev.confluencekit.examples.quickstart;

import dev.confluencekit.sync.report.MirrorListener;
import dev.confluencekit.sync.report.MirrorProgress;
import dev.confluencekit.sync.report.SkippedItem;
import dev.confluencekit.sync.report.SpaceOutcome;
import java.io.PrintStream;
import java.util.Locale;

/** Shows how far a run is: a bar that moves on a terminal, plain lines elsewhere. */
abstract class Progress implements MirrorListener {
    final PrintStream out;
    private long stored;

    private Progress(PrintStream out) {
        this.out = out;
    }

    static Progress on(PrintStream out, boolean terminal) {
        return terminal ? new Bar(out) : new Lines(out);
    }

    @Override
    public void skipped(SkippedItem item) {
        out.println("Skipped " + item.key() + ": " + item.detail());
    }

    @Override
    public void progressed(MirrorProgress now) {
        stored = now.stored();
    }

    /** How many pages came with their bodies. */
    long stored() {
        return stored;
    }

    /** The run has ended. */
    void done() {}

    private static final class Lines extends Progress {
        Lines(PrintStream out) {
            super(out);
        }

        @Override
        public void spaceEnded(SpaceOutcome space) {
            out.println("Read " + space.key() + ": " + space.listed() + " pages");
        }
    }

    private static final class Bar extends Progress {
        private static final int WIDTH = 30;

        Bar(PrintStream out) {
            super(out);
        }

        @Override
        public void progressed(MirrorProgress now) {
            super.progressed(now);
            int filled = now.spaces() == 0 ? WIDTH : WIDTH * now.spacesDone() / now.spaces();
            String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
            out.printf(
                    Locale.ROOT,
                    "\r[%s] %d/%d spaces, %d pages listed, %d stored",
                    bar,
                    now.spacesDone(),
                    now.spaces(),
                    now.listed(),
                    now.stored());
            out.flush();
        }

        @Override
        void done() {
            out.println();
        }
    }
}
