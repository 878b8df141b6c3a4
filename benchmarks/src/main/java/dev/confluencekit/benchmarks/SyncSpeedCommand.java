package dev.confluencekit.benchmarks;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.page.Page;
import dev.confluencekit.content.page.PageQuery;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.space.Space;
import dev.confluencekit.content.space.SpaceKeys;
import dev.confluencekit.content.space.SpaceQuery;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.memory.InMemoryTarget;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much faster a first run of a mirror is than following one cursor with bodies after another, where a request takes 50 ms
 * and each body 4 ms more.
 */
final class SyncSpeedCommand implements Command {
    private static final int PAGES = 5_000;
    private static final int SPACES = 50;
    private static final int REQUEST_MILLIS = 50;
    private static final int BODY_MILLIS = 4;
    private static final int WARM_UP = 500;

    @Override
    public String name() {
        return "sync-speed";
    }

    @Override
    public String arguments() {
        return "[PAGES]";
    }

    @Override
    public String purpose() {
        return "a first run against cursors followed one after another, over " + SPACES + " spaces and over one";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(0, 1);
        int pages = arguments.countOr(0, PAGES);
        compare(Math.min(pages, WARM_UP), 1, 0, 0);
        Compared many = compare(pages, SPACES, REQUEST_MILLIS, BODY_MILLIS);
        out.println(many.line("over " + SPACES + " spaces"));
        Compared one = compare(pages, 1, REQUEST_MILLIS, BODY_MILLIS);
        out.println(one.line("over one space"));
        out.println(String.format(
                Locale.ROOT,
                "sync-speed: many %.1fx, one %.1fx, most in flight %d",
                many.ratio(),
                one.ratio(),
                Math.max(many.mostInFlight(), one.mostInFlight())));
    }

    private static Compared compare(int pages, int spaces, int requestMillis, int bodyMillis) throws Exception {
        try (MirroredServer server = MirroredServer.start(pages, 2_000, spaces, requestMillis, bodyMillis)) {
            long start = System.nanoTime();
            Map<String, String> byCursor = oneAfterAnother(server);
            long between = System.nanoTime();
            server.counters();
            InMemoryTarget target = new InMemoryTarget();
            long mirrorStart = System.nanoTime();
            MirroredServer.run(Mirror.of(server.connection()).into(target).build());
            long end = System.nanoTime();
            requireSame(byCursor, target);
            return new Compared(
                    (between - start) / 1e9,
                    (end - mirrorStart) / 1e9,
                    server.counters().getValue());
        }
    }

    private static Map<String, String> oneAfterAnother(MirroredServer server) {
        Map<String, String> bodies = new HashMap<>();
        SpacesClient spaces = SpacesClient.over(server.connection());
        PagesClient pages = PagesClient.over(server.connection(), new SpaceKeys(spaces));
        for (Space space : spaces.list(SpaceQuery.all())) {
            PageQuery all = PageQuery.inSpace(space.id()).body(BodyFormat.STORAGE);
            for (Page page : pages.list(all)) {
                if (page.body() != null) {
                    bodies.put(page.id().value(), page.body().storage().orElse(""));
                }
            }
        }
        return bodies;
    }

    private static void requireSame(Map<String, String> byCursor, InMemoryTarget target) {
        Map<String, String> mirrored = new HashMap<>();
        target.items().forEach((key, item) -> {
            if (item.body() != null) {
                mirrored.put(key.id(), item.body().text());
            }
        });
        if (!byCursor.equals(mirrored)) {
            throw new IllegalStateException(
                    byCursor.size() + " pages by cursors, and not the same " + mirrored.size() + " in the mirror");
        }
    }

    /** Seconds by cursors, seconds by the mirror, and the most requests of the mirror at once. */
    private record Compared(double byCursor, double byMirror, int mostInFlight) {
        double ratio() {
            return byCursor / byMirror;
        }

        String line(String where) {
            return String.format(
                    Locale.ROOT,
                    "%s: %.2f s by cursors, %.2f s by a mirror, %d in flight at most",
                    where,
                    byCursor,
                    byMirror,
                    mostInFlight);
        }
    }
}
