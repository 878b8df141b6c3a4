package dev.confluencekit.markup;

import dev.confluencekit.markup.chunk.ChunkSource;
import dev.confluencekit.markup.error.MarkupException;
import dev.confluencekit.markup.storage.StorageChecker;
import dev.confluencekit.markup.storage.StorageForm;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** A kind of broken bodies against its reader and all writers. For one thread. */
final class Trial {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Kind kind;
    private long refused;
    private long slowestNanos;
    private long slowestSeed;

    enum Kind {
        STORAGE,
        ADF,
        MARKDOWN;

        private String body(long seed) {
            return switch (this) {
                case STORAGE -> Mutations.storage(seed);
                case ADF -> Mutations.adf(seed);
                case MARKDOWN -> Mutations.markdown(seed);
            };
        }

        private Markup read(String body) {
            return switch (this) {
                case STORAGE -> Markup.storage(body);
                case ADF -> Markup.adf(body);
                case MARKDOWN -> Markup.markdown(body);
            };
        }
    }

    Trial(Kind kind) {
        this.kind = kind;
    }

    void run(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            String body = kind.body(seed);
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                readAndWrite(body);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError(kind + " seed " + seed + ": " + body, e);
            }
            long nanos = THREADS.getCurrentThreadCpuTime() - start;
            if (nanos > slowestNanos) {
                slowestNanos = nanos;
                slowestSeed = seed;
            }
        }
    }

    private void readAndWrite(String body) {
        Markup read;
        try {
            read = kind.read(body);
        } catch (MarkupException e) {
            refused++;
            return;
        }
        read.toMarkdown();
        read.toText();
        read.toChunks(ChunkSource.of("1", "Page"));
        String written = read.toStorage().output();
        StorageChecker.check(written);
        StorageForm.normal(kind == Kind.STORAGE ? body : written);
    }

    /** How many were refused by what the reader declares to throw. */
    long refused() {
        return refused;
    }

    /** The most processor time that one took. */
    double slowestMillis() {
        return slowestNanos / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%s: refused %d, slowest %.0f ms (seed %d)",
                kind,
                refused,
                slowestMillis(),
                slowestSeed);
    }
}
