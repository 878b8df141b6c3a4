package dev.confluencekit.examples.quickstart;

import dev.confluencekit.sync.report.MirrorReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** The table at the end: what each of two runs did, and what it cost. */
record Summary(Run first, Run second, Path directory) {
    /** A run, and how many pages came with their bodies in it. */
    record Run(MirrorReport report, long fetched) {}

    void print(PrintStream out) {
        out.println();
        row(out, "", "first run", "second run");
        row(out, "spaces read", report -> Integer.toString(report.spaces().size()));
        row(out, "pages fetched", "" + first.fetched(), "" + second.fetched());
        row(out, "  added", report -> "" + report.counts().added());
        row(out, "  updated", report -> "" + report.counts().updated());
        row(out, "  moved", report -> "" + report.counts().moved());
        row(out, "  renamed", report -> "" + report.counts().renamed());
        row(out, "removed", report -> "" + report.counts().removed());
        row(out, "requests", report -> "" + report.traffic().requests());
        row(out, "bytes", report -> "" + report.traffic().bytes());
        row(out, "seconds", report -> seconds(report.took().toMillis()));
        row(out, "waits", report -> seconds(report.traffic().waited().toMillis()) + " s");
        out.println("directory      " + directory.toAbsolutePath());
    }

    private void row(PrintStream out, String name, Function<MirrorReport, String> figure) {
        row(out, name, figure.apply(first.report()), figure.apply(second.report()));
    }

    private static void row(PrintStream out, String name, String one, String two) {
        out.printf(Locale.ROOT, "%-14s %12s %12s%n", name, one, two);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f", millis / 1000.0);
    }
}
