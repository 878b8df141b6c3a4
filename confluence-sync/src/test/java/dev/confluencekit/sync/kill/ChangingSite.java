package dev.confluencekit.sync.kill;

import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.MirroredSite;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.memory.InMemoryTarget;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.PageSeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A simulated site on which people work: in rounds, each of the same number of changes, which follow from the seed alone. So two
 * processes see the same site after the same round, however they were interrupted in it.
 */
final class ChangingSite implements AutoCloseable {
    private static final int SPACES = 5;
    private static final int PAGES = 60;
    private static final int CHANGES = 60;
    private static final Duration ROUND = Duration.ofHours(2);
    private static final Duration CHANGE = Duration.ofSeconds(5);

    private final MirroredSite site;
    private final ConfluenceSimulator simulator;
    private final Random random;
    private final List<String> pages = new ArrayList<>();
    private int round;
    private int changes = CHANGES;
    private int named;

    ChangingSite(long seed) {
        site = new MirroredSite(seed);
        simulator = site.simulator();
        random = new Random(seed);
        for (int i = 0; i < SPACES; i++) {
            site.space("S" + i);
        }
        for (int i = 0; i < PAGES; i++) {
            create();
        }
    }

    /** Lets rounds pass, to the end of one. */
    void passTo(int last) {
        finishRound();
        while (round < last) {
            beginRound();
            finishRound();
        }
    }

    /** Begins the next round; its changes come with {@link #change}. */
    void beginRound() {
        round++;
        changes = 0;
        waitUntil(MirroredSite.START.plus(ROUND.multipliedBy(round)));
    }

    private void finishRound() {
        boolean more = true;
        while (more) {
            more = change();
        }
    }

    /** The next change of this round, if there is one. It may be one that the page does not allow; nothing happens then. */
    boolean change() {
        if (changes == CHANGES) {
            return false;
        }
        changes++;
        waitUntil(MirroredSite.START.plus(ROUND.multipliedBy(round)).plus(CHANGE.multipliedBy(changes)));
        try {
            work();
            return true;
        } catch (IllegalArgumentException thePageDoesNotAllowIt) {
            return true;
        }
    }

    private void waitUntil(Instant when) {
        Duration left = Duration.between(site.clock().instant(), when);
        if (!left.isNegative()) {
            site.clock().advance(left);
        }
    }

    private void work() {
        int what = random.nextInt(12);
        String page = pages.get(random.nextInt(pages.size()));
        int number = named++;
        switch (what) {
            case 0, 1 -> create();
            case 2, 3, 4 -> simulator.updatePage(page, text(number));
            case 5 -> simulator.renamePage(page, "Renamed " + number);
            case 6, 7 -> simulator.movePage(page, random.nextInt(4) == 0 ? null : any());
            case 8 -> simulator.archivePage(page);
            case 9 -> simulator.trashPage(page);
            case 10 -> simulator.restorePage(page);
            default -> simulator.removePage(page);
        }
    }

    private String any() {
        return pages.get(random.nextInt(pages.size()));
    }

    private void create() {
        int number = named++;
        String space = "S" + random.nextInt(SPACES);
        pages.add(simulator.addPage(PageSeed.of(space, "Größe " + number + " \u202e?", text(number))));
    }

    private String text(int number) {
        return "<p>" + number + " " + "größer ".repeat(random.nextInt(400)) + "</p>";
    }

    /** Is done before each request. */
    void beforeRequest(Runnable action) {
        site.beforeRequest(action);
    }

    /** Lists everything and makes the mirror like it; what is missing is looked for a second time by a later run. */
    MirrorReport mirror(MirrorTarget target) {
        Mirror mirror = site.mirror()
                .into(target)
                .scope(MirrorScope.allSpaces().withArchivedPages())
                .reconcileEvery(Duration.ZERO)
                .mostRemoved(1)
                .build();
        return mirror.run().orThrow();
    }

    /** Runs until the mirror is like the site, which is quiet meanwhile. */
    MirrorReport mirrorToTheEnd(MirrorTarget target) {
        if (mirror(target).kind() == RunKind.FIRST) {
            mirror(target);
        }
        site.clock().advance(Duration.ofMinutes(6));
        return mirror(target);
    }

    /** What a mirror of this site holds that was never interrupted. */
    Map<ItemKey, MirrorItem> wanted() {
        InMemoryTarget fresh = new InMemoryTarget();
        mirror(fresh);
        return fresh.items();
    }

    @Override
    public void close() {
        site.close();
    }
}
