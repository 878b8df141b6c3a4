package dev.confluencekit.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.markup.Trial.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes in place of a body, only what is declared is thrown, and what is written is well-formed. A failure names the seed. */
class MutatedBodiesTest {
    private static final int MILLION = 1_000_000;
    private static final int THREADS = 2;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
    void broken_bodies_are_refused_as_declared_or_read_and_written(Kind kind) {
        int count = kind == Kind.STORAGE ? 8_000 : 6_000;
        Trial trial = new Trial(kind);

        trial.run(1, count);

        // Storage and Markdown are read whatever they are; of ADF much is no JSON any more, and more is.
        assertThat(trial.refused()).isBetween(kind == Kind.ADF ? 100L : 0L, kind == Kind.ADF ? count * 3L / 4 : 0L);
    }

    @Test
    @Tag("proof")
    void a_million_broken_bodies_take_less_than_64_megabytes_and_no_second_each() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MutatedBodiesTest.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(said);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("mutated bodies: 1000000 read or refused");
    }

    /** Runs the million in a JVM of its own, which the test gives little heap. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : MILLION;
        double slowest = 0;
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Kind kind : Kind.values()) {
                int each = (kind == Kind.STORAGE ? count / 10 * 4 : count / 10 * 3) / THREADS;
                List<Future<Trial>> trials = IntStream.range(0, THREADS)
                        .mapToObj(thread -> threads.submit(() -> {
                            Trial trial = new Trial(kind);
                            trial.run(MILLION + (long) thread * each, each);
                            return trial;
                        }))
                        .toList();
                for (Future<Trial> trial : trials) {
                    System.out.println(trial.get());
                    slowest = Math.max(slowest, trial.get().slowestMillis());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                Locale.ROOT,
                "mutated bodies: %d read or refused, slowest %.0f ms, heap at most %d MB%n",
                count,
                slowest,
                Runtime.getRuntime().maxMemory() >> 20);
        if (slowest > 1_000) {
            System.exit(1);
        }
    }
}
