package dev.confluencekit.examples.quickstart;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** The table at the end. */
record Summary(long spaces, long pages, Tally tally, Path directory) {
    void print(PrintStream out) {
        out.println();
        row(out, "spaces", Long.toString(spaces));
        row(out, "pages", Long.toString(pages));
        row(out, "requests", Long.toString(tally.requests()));
        row(out, "bytes", tally.bytes() + " (as sent, compressed)");
        row(out, "seconds", seconds(tally.elapsed().toMillis()));
        row(out, "waits", tally.waits() + " (" + seconds(tally.waited().toMillis()) + " s)");
        row(out, "directory", directory.toAbsolutePath().toString());
    }

    private static void row(PrintStream out, String name, String value) {
        out.printf(Locale.ROOT, "%-10s %s%n", name, value);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f", millis / 1000.0);
    }
}
