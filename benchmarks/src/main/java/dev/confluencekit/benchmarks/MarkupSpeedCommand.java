package dev.confluencekit.benchmarks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What Markdown of a body in storage format costs, next to parsing it alone, and how that grows with the body. JMH measures, each
 * figure in a JVM of its own; of several rounds, the median of the ratios counts.
 */
final class MarkupSpeedCommand implements Command {
    private static final int PAGE = 50_000;
    private static final int MIDDLE = 100_000;
    private static final int HUGE = 10_000_000;
    private static final int ROUNDS = 5;
    private static final int MILLIS = 5_000;

    @Override
    public String name() {
        return "markup-speed";
    }

    @Override
    public String arguments() {
        return "[ROUNDS [MILLIS]]";
    }

    @Override
    public String purpose() {
        return "storage to Markdown against parsing alone, and small bodies against huge ones, by JMH";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(0, 2);
        int rounds = arguments.countOr(0, ROUNDS);
        int millis = arguments.millisOr(1, MILLIS);
        // Another one may run, as tests do; its figures are what suffers.
        System.setProperty("jmh.ignoreLock", "true");
        double[] overParsing = new double[rounds];
        double[] growth = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double parse = nanos("parse", PAGE, millis);
            double page = nanos("markdown", PAGE, millis);
            double middle = nanos("markdown", MIDDLE, millis) / MIDDLE;
            double huge = nanos("markdown", HUGE, millis) / HUGE;
            overParsing[round] = page / parse;
            growth[round] = huge / middle;
            out.println(String.format(
                    Locale.ROOT,
                    "round %d: parse %.3f ms, markdown %.3f ms, %.2fx; %.1f ns a byte at 100 KB, %.1f at 10 MB, %.2fx",
                    round + 1,
                    parse / 1e6,
                    page / 1e6,
                    overParsing[round],
                    middle,
                    huge,
                    growth[round]));
        }
        out.println(String.format(
                Locale.ROOT, "markup-speed: markdown %.2fx, bytes %.2fx", median(overParsing), median(growth)));
    }

    private static double nanos(String method, int bytes, int millis) throws RunnerException {
        TimeValue time = new TimeValue(millis, TimeUnit.MILLISECONDS);
        return new Runner(new OptionsBuilder()
                        .include("^" + MarkupBenchmark.class.getName() + "\\." + method + "$")
                        .param("bytes", String.valueOf(bytes))
                        .forks(1)
                        .jvmArgs("-Xms1g", "-Xmx1g")
                        .warmupIterations(1)
                        .warmupTime(time)
                        .measurementIterations(1)
                        .measurementTime(time)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle()
                .getPrimaryResult()
                .getScore();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
