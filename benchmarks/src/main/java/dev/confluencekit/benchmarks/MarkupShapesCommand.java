package dev.confluencekit.benchmarks;

import dev.confluencekit.markup.Markup;
import dev.confluencekit.markup.chunk.ChunkSource;
import dev.confluencekit.markup.error.MarkupException;
import dev.confluencekit.markup.storage.StorageForm;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Whether reading and writing bodies takes time by their length, whatever is in them: what a character costs in a long body of each
 * shape, next to one in a short body.
 */
final class MarkupShapesCommand implements Command {
    private static final int SHORT = 100_000;
    private static final int TIMES_LONGER = 8;
    private static final int WARM_UP = 4;

    /** What takes less says nothing about growth. */
    private static final double LEAST_MILLIS = 100;

    private static final double WORTH_A_LINE = 2;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Override
    public String name() {
        return "markup-shapes";
    }

    @Override
    public String arguments() {
        return "[CHARACTERS]";
    }

    @Override
    public String purpose() {
        return "long bodies of one piece over and over against short ones, in every form";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(0, 1);
        int characters = arguments.countOr(0, SHORT);
        int shapes = 0;
        double worst = 0;
        String worstShape = "none";
        double slowest = 0;
        for (MarkupShape shape : MarkupShape.all()) {
            shapes++;
            String body = shape.body(characters);
            double small = least(WARM_UP, shape, body);
            String longer = shape.body(characters * TIMES_LONGER);
            double large = least(2, shape, longer);
            slowest = Math.max(slowest, large);
            double growth = (large / longer.length()) / (small / body.length());
            if (large < LEAST_MILLIS) {
                continue;
            }
            if (growth >= WORTH_A_LINE) {
                out.println(String.format(
                        Locale.ROOT, "%.0f ms, then %.0f ms, %.1fx a character: %s", small, large, growth, shape));
            }
            if (growth > worst) {
                worst = growth;
                worstShape = shape.toString();
            }
        }
        out.println(String.format(
                Locale.ROOT,
                "markup-shapes: shapes %d, worst %.1fx a character (%s), slowest %.1f s",
                shapes,
                worst,
                worstShape,
                slowest / 1_000));
    }

    private static double least(int times, MarkupShape shape, String body) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            least = Math.min(least, millis(shape, body));
        }
        return least;
    }

    /** Of this thread's processor time, so that other work on the machine counts little. */
    private static double millis(MarkupShape shape, String body) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            Markup read = shape.read(body);
            read.toMarkdown();
            read.toText();
            read.toChunks(ChunkSource.of("1", "Page"));
            StorageForm.normal(read.toStorage().output());
        } catch (MarkupException e) {
            // Refused, as is declared; what it took to see that is what counts.
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
