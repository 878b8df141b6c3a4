package dev.confluencekit.examples.quickstart;

import dev.confluencekit.content.space.Space;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Shows how far the export is: a bar that moves on a terminal, plain lines elsewhere. */
abstract class Progress {
    final PrintStream out;

    private Progress(PrintStream out) {
        this.out = out;
    }

    static Progress on(PrintStream out, boolean terminal) {
        return terminal ? new Bar(out) : new Lines(out);
    }

    void spaces(List<Space> spaces) {
        out.println(spaces.size() + (spaces.size() == 1 ? " space:" : " spaces:"));
        spaces.forEach(space -> out.printf(Locale.ROOT, "  %-12s %s%n", space.key(), space.name()));
    }

    abstract void page(Space space, long pagesSoFar);

    abstract void spaceDone(Space space, long pages);

    abstract void done();

    private static final class Lines extends Progress {
        Lines(PrintStream out) {
            super(out);
        }

        @Override
        void page(Space space, long pagesSoFar) {
            if (pagesSoFar % 500 == 0) {
                out.println("  … " + pagesSoFar + " pages so far");
            }
        }

        @Override
        void spaceDone(Space space, long pages) {
            out.println("Brought " + space.key() + ": " + pages + " pages");
        }

        @Override
        void done() {}
    }

    /** How many pages there are is not known beforehand, so the bar measures spaces and the number counts pages. */
    private static final class Bar extends Progress {
        private static final int WIDTH = 30;

        private int spaces;
        private int spacesDone;
        private long pages;

        Bar(PrintStream out) {
            super(out);
        }

        @Override
        void spaces(List<Space> all) {
            super.spaces(all);
            spaces = all.size();
        }

        @Override
        void page(Space space, long pagesSoFar) {
            pages = pagesSoFar;
            draw(String.valueOf(space.key()));
        }

        @Override
        void spaceDone(Space space, long inSpace) {
            spacesDone++;
            draw(String.valueOf(space.key()));
        }

        @Override
        void done() {
            out.println();
        }

        private void draw(String at) {
            int filled = spaces == 0 ? WIDTH : WIDTH * spacesDone / spaces;
            String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
            out.printf(Locale.ROOT, "\r[%s] %d/%d spaces, %d pages  %-12s", bar, spacesDone, spaces, pages, at);
            out.flush();
        }
    }
}
