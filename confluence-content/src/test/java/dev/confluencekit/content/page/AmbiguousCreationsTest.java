package dev.confluencekit.content.page;

import static dev.confluencekit.content.SimulatedSite.DOCS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.SimulatedSite;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.OutcomeUnknownException;
import dev.confluencekit.testkit.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Creations whose answers are lost in every way leave one page each, or say that their outcome is unknown. */
class AmbiguousCreationsTest {
    private static final String CREATE = "POST /wiki/api/v2/pages";

    @Test
    @Timeout(60)
    void create_lostInEveryWay_leavesOnePageOrIsUnknown() {
        create(120, 1);
    }

    @Test
    @Tag("proof")
    @Timeout(1800)
    void create_lost10000Times_leavesOnePageOrIsUnknown() {
        create(10_000, 7);
    }

    private static void create(int times, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Boolean> known = new HashMap<>();
        try (SimulatedSite site = new SimulatedSite()) {
            for (int i = 0; i < times; i++) {
                String title = "Page " + i;
                site.simulator().clearFailures();
                site.simulator().listingLag(lag(random));
                int losses = 1 + random.nextInt(4);
                for (int loss = 0; loss < losses; loss++) {
                    site.simulator().fail(CREATE, 1, failure(random));
                }
                known.put(title, create(site, title, "<p>Words of " + i + "</p>", seed));
            }
            site.simulator().clearFailures();
            site.simulator().listingLag(Duration.ZERO);
            Map<String, Integer> there = new HashMap<>();
            site.pages().list(PageQuery.inSpace(DOCS)).forEach(page -> there.merge(page.title() + "", 1, Integer::sum));
            known.forEach((title, created) -> assertThat(there.getOrDefault(title, 0))
                    .as("pages of the title %s, seed %d", title, seed)
                    .isBetween(created ? 1 : 0, 1));
            long sure = known.values().stream().filter(created -> created).count();
            System.out.printf("%d creations: %d pages for sure, %d unknown%n", times, sure, times - sure);
            assertThat(sure).isGreaterThan(times / 2);
        }
    }

    private static boolean create(SimulatedSite site, String title, String body, long seed) {
        try {
            site.pages().create(NewPage.inSpace(DOCS, title).storage(body));
            return true;
        } catch (OutcomeUnknownException e) {
            assertThat(e.hint()).contains(title);
            return false;
        } catch (ConfluenceException e) {
            throw new AssertionError("seed " + seed + ", " + title, e);
        }
    }

    private static Duration lag(SplittableRandom random) {
        return random.nextInt(3) == 0 ? Duration.ofSeconds(random.nextInt(12)) : Duration.ZERO;
    }

    private static Failure failure(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Failure.dropConnection();
            case 1 -> Failure.cutBody(random.nextInt(40));
            case 2 -> Failure.status(502);
            case 3 -> Failure.edgeFault(404);
            default -> Failure.loseAnswer();
        };
    }
}
