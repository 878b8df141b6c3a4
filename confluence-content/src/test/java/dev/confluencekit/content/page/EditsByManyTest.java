package dev.confluencekit.content.page;

import static dev.confluencekit.content.SimulatedSite.GUIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.version.VersionConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads edit one page: each edit becomes a version or ends as a typed conflict, and none is lost. */
class EditsByManyTest {
    private static final Pattern MARK = Pattern.compile("<p>(\\d+-\\d+)</p>");

    @Test
    @Timeout(60)
    void edit_ofOnePageByManyThreads_losesNone() throws InterruptedException, ExecutionException {
        edit(8, 12);
    }

    @Test
    @Tag("proof")
    @Timeout(900)
    void edit_ofOnePageBy32Threads100TimesEach_losesNone() throws InterruptedException, ExecutionException {
        edit(32, 100);
    }

    private static void edit(int threads, int times) throws InterruptedException, ExecutionException {
        Queue<String> written = new ConcurrentLinkedQueue<>();
        AtomicInteger conflicts = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (SimulatedSite site = SimulatedSite.forManyThreads()) {
            PagesClient pages = site.pages();
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String name = thread + "-";
                all.add(workers.submit(() -> {
                    for (int i = 0; i < times; i++) {
                        String mark = name + i;
                        try {
                            pages.edit(GUIDE, page -> page.storage(page.body().value() + "<p>" + mark + "</p>"));
                            written.add(mark);
                        } catch (VersionConflictException e) {
                            assertThat(e.actualVersion().orElseThrow()).isGreaterThan(e.expectedVersion());
                            conflicts.incrementAndGet();
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            Page page = pages.get(PageRequest.of(GUIDE).body(BodyFormat.STORAGE));
            String body = Objects.requireNonNull(page.body()).storage().orElseThrow();
            List<String> there =
                    MARK.matcher(body).results().map(found -> found.group(1)).toList();
            assertThat(there).containsExactlyInAnyOrderElementsOf(written);
            assertThat(Objects.requireNonNull(page.version()).number()).isEqualTo(1 + written.size());
            assertThat(written.size() + conflicts.get()).isEqualTo(threads * times);
            System.out.printf(
                    "%d edits: %d versions, %d conflicts%n", threads * times, written.size(), conflicts.get());
        } finally {
            workers.shutdownNow();
        }
    }
}
