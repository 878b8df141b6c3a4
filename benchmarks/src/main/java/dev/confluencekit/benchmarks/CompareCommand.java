package dev.confluencekit.benchmarks;

import dev.confluencekit.benchmarks.ReadCommand.Timed;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Reads a site by hand and by the library in turn, in this one process, and prints the medians and their ratio. */
final class CompareCommand implements Command {
    private static final int WARM_UP = 3;

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String arguments() {
        return "BASE_URL ROUNDS [sequential|parallel]";
    }

    @Override
    public String purpose() {
        return "list-pages and baseline in turn after " + WARM_UP + " rounds of warm-up each, medians and their ratio";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(2, 3);
        SiteAddress address = SiteAddress.of(arguments.text(0));
        int rounds = arguments.count(1);
        Mode mode = arguments.modeOr(2, Mode.SEQUENTIAL);
        try (PageReader library = new LibraryReader(address);
                PageReader byHand = new ByHandReader(address)) {
            for (int i = 0; i < WARM_UP; i++) {
                requireSame(byHand.read(mode), library.read(mode));
            }
            List<Measured> ours = new ArrayList<>();
            List<Measured> theirs = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                // Whoever comes second could profit or suffer from the first, so the order changes.
                if (round % 2 == 1) {
                    theirs.add(measure(byHand, mode, round, out));
                    ours.add(measure(library, mode, round, out));
                } else {
                    ours.add(measure(library, mode, round, out));
                    theirs.add(measure(byHand, mode, round, out));
                }
                requireSame(theirs.get(round - 1).totals(), ours.get(round - 1).totals());
            }
            print(library, mode, ours, out);
            print(byHand, mode, theirs, out);
            out.println(String.format(
                    Locale.ROOT,
                    "ratio %s: %.2f x the time, %.2f x the CPU, %.2f x the allocation",
                    mode,
                    ratio(ours, theirs, Measured::seconds),
                    ratio(ours, theirs, Measured::cpuSeconds),
                    ratio(ours, theirs, Measured::kilobytesPerPage)));
        }
    }

    private static Measured measure(PageReader reader, Mode mode, int round, PrintStream out) throws Exception {
        long allocatedBefore = ProcessFigures.allocatedBytes();
        long cpuBefore = ProcessFigures.cpuNanos();
        Timed timed = ReadCommand.time(reader, mode, round, out);
        double cpuSeconds = (ProcessFigures.cpuNanos() - cpuBefore) / 1e9;
        long allocated = ProcessFigures.allocatedBytes() - allocatedBefore;
        return new Measured(
                timed.totals(),
                timed.seconds(),
                cpuSeconds,
                allocated / 1024.0 / timed.totals().pages());
    }

    private static void print(PageReader reader, Mode mode, List<Measured> measured, PrintStream out) {
        out.println(String.format(
                Locale.ROOT,
                "%s-%s median: %.3f s, %.3f s of CPU, %.1f KB allocated a page",
                reader.label(),
                mode,
                median(measured, Measured::seconds),
                median(measured, Measured::cpuSeconds),
                median(measured, Measured::kilobytesPerPage)));
    }

    private static void requireSame(Totals byHand, Totals library) {
        if (!byHand.equals(library)) {
            throw new IllegalStateException("by hand " + byHand + ", but by the library " + library);
        }
    }

    private static double ratio(List<Measured> ours, List<Measured> theirs, ToDoubleFunction<Measured> figure) {
        return median(ours, figure) / median(theirs, figure);
    }

    private static double median(List<Measured> measured, ToDoubleFunction<Measured> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private record Measured(Totals totals, double seconds, double cpuSeconds, double kilobytesPerPage) {}
}
