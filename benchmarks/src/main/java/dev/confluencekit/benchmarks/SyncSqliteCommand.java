package dev.confluencekit.benchmarks;

import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.jdbc.JdbcTarget;
import dev.confluencekit.sync.target.TargetSession;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.sqlite.SQLiteDataSource;

/** A first run over many pages with small bodies into SQLite. Give this process the memory that it has to do with. */
final class SyncSqliteCommand implements Command {
    private static final int PAGES = 1_000_000;
    private static final int SPACES = 50;
    private static final int BODY_CHARACTERS = 100;
    private static final double MEGABYTE = 1 << 20;

    @Override
    public String name() {
        return "sync-sqlite";
    }

    @Override
    public String arguments() {
        return "[PAGES [SPACES]]";
    }

    @Override
    public String purpose() {
        return "a first run into SQLite; to be started with -Xmx256m";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(0, 2);
        int pages = arguments.countOr(0, PAGES);
        Path directory = Files.createTempDirectory("sync-sqlite");
        Path file = directory.resolve("mirror.db");
        try (MirroredServer server = MirroredServer.start(pages, BODY_CHARACTERS, arguments.countOr(1, SPACES), 0, 0)) {
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + file);
            JdbcTarget target = JdbcTarget.on(source);
            long start = System.nanoTime();
            MirroredServer.run(Mirror.of(server.connection()).into(target).build());
            double seconds = (System.nanoTime() - start) / 1e9;
            try (TargetSession session = target.open("whoever counts")) {
                if (session.count(ItemKind.PAGE) != pages) {
                    throw new IllegalStateException(session.count(ItemKind.PAGE) + " pages are in the mirror");
                }
            }
            out.println(String.format(
                    Locale.ROOT,
                    "sync-sqlite: pages %d, seconds %.0f, file %.0f MB, heap limit %.0f MB, most heap %.0f MB,"
                            + " left after a collection %.0f MB",
                    pages,
                    seconds,
                    Files.size(file) / MEGABYTE,
                    Runtime.getRuntime().maxMemory() / MEGABYTE,
                    mostHeap() / MEGABYTE,
                    ProcessFigures.now().heapBytes() / MEGABYTE));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }

    /** The sum of what each part of the heap held at most. */
    private static long mostHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
