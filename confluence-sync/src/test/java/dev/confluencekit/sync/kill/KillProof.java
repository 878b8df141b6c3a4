package dev.confluencekit.sync.kill;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Kills processes at random instants while they mirror a changing site into a target ({@code kill -9}), and looks after each
 * what is left: whether it opens, with the last checkpoint, all whole; and whether a run to the end makes it what a mirror is
 * that was never interrupted. A place goes through many kills, and is then left for a new one. The next processes start while
 * one is looked after.
 */
public final class KillProof {
    private static final int READY_AT_ONCE = 2;
    private static final int ROUNDS = 20;
    private static final int TOLD = 20;
    private static final int ONE_IN_SO_MANY_TWICE = 5;

    private final Class<? extends TargetUnderKill> type;
    private final TargetUnderKill target;
    private final Path directory;
    private final int comparisons;
    private final long seed;
    private final Random random;
    private final Deque<MirroringProcess> ready = new ArrayDeque<>();
    private final List<String> wrong = new ArrayList<>();
    private int started;
    private int kills;
    private int compared;
    private int inBatch;
    private int inOpeningOrClosing;
    private long batches;
    private long items;
    private long lost;
    private long doubled;
    private int torn;
    private int unreadable;
    private int restarted;

    private KillProof(TargetUnderKill target, Path directory, int comparisons, long seed) {
        this.type = target.getClass();
        this.target = target;
        this.directory = directory;
        this.comparisons = comparisons;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /**
     * Kills until so many have been looked after.
     *
     * @param target the target
     * @param directory where to work, on a real disk
     * @param comparisons how many
     * @param seed from which trials follow
     * @return what came of it; print it, and ask that all its counts are zero
     * @throws Exception if the proof itself cannot go on
     */
    public static KillVerdict run(TargetUnderKill target, Path directory, int comparisons, long seed) throws Exception {
        return new KillProof(target, directory, comparisons, seed).run();
    }

    private KillVerdict run() throws Exception {
        try {
            for (int group = 0; compared < comparisons; group++) {
                Path home = Files.createDirectory(directory.resolve("place" + group));
                group(group, target.place(home, group));
                delete(home);
            }
        } finally {
            ready.forEach(MirroringProcess::close);
        }
        return new KillVerdict(
                seed,
                kills,
                compared,
                inBatch,
                inOpeningOrClosing,
                batches,
                items,
                lost,
                doubled,
                torn,
                unreadable,
                restarted,
                wrong);
    }

    private void group(int group, String place) throws Exception {
        Progress progress = new Progress();
        try (ChangingSite site = new ChangingSite(seedOf(group))) {
            for (int round = 1; round <= ROUNDS; round++) {
                String when = "place " + group + ", round " + round;
                boolean whole = kill(place, progress, when);
                if (whole && round < ROUNDS && random.nextInt(ONE_IN_SO_MANY_TWICE) == 0) {
                    continue;
                }
                compared++;
                site.passTo(round);
                if (!whole || !look(place, site, progress, when) || compared == comparisons) {
                    forgetRest(group, round);
                    break;
                }
            }
        }
        batches += progress.applied();
    }

    private long seedOf(int group) {
        return seed + group;
    }

    /** Kills the next process; says whether it did nothing wrong before. */
    private boolean kill(String place, Progress progress, String when) throws Exception {
        startSome();
        Optional<String> failure;
        try (MirroringProcess process = ready.remove()) {
            startSome();
            failure = process.runAndKill(place, MirroringProcess.Instant.random(random), progress);
        }
        kills++;
        switch (progress.stage()) {
            case Progress.APPLYING -> inBatch++;
            case Progress.OPENING, Progress.CLOSING -> inOpeningOrClosing++;
            default -> {}
        }
        if (failure.isPresent()) {
            unreadable++;
            tell(when + ": " + failure.get());
        }
        return failure.isEmpty() && !isRestarted(progress, when);
    }

    private boolean isRestarted(Progress progress, String when) {
        boolean answer = progress.hasFallenBack();
        if (answer) {
            restarted++;
            tell(when + ": it is not as the last batch left it, nor as the one that was being applied would");
        }
        return answer;
    }

    private void startSome() throws IOException {
        int wanted = Math.min(READY_AT_ONCE, comparisons - compared);
        while (ready.size() < wanted) {
            ready.add(next());
        }
    }

    private MirroringProcess next() throws IOException {
        int number = started++;
        return MirroringProcess.start(
                type, seedOf(number / ROUNDS), 1 + number % ROUNDS, directory.resolve("errors-" + number));
    }

    /** Leaves out the processes that were to come to a place. */
    private void forgetRest(int group, int round) {
        if (round < ROUNDS) {
            ready.forEach(MirroringProcess::close);
            ready.clear();
            started = (group + 1) * ROUNDS;
        }
    }

    /** Looks at what a kill left, and brings it to its end; says whether it makes sense to go on at this place. */
    private boolean look(String place, ChangingSite site, Progress progress, String when) throws Exception {
        MirrorTarget reopened = target.target(place);
        try {
            try (TargetSession session = reopened.open("whoever looks after a kill")) {
                Map<ItemKey, ItemState> held = ToldTarget.held(session);
                progress.found(Progress.mark(session.checkpoint(), held));
                isRestarted(progress, when);
                if (!session.lost(1).isEmpty()) {
                    torn++;
                    tell(when + ": lost " + session.lost(10));
                }
                Map<ItemKey, MirrorItem> found = stored(place, when);
                Map<ItemKey, ItemState> states = new HashMap<>();
                found.forEach((key, item) -> states.put(key, item.state()));
                if (!states.equals(held)) {
                    torn++;
                    tell(when + ": the target says " + held + " and holds " + states);
                }
            }
            MirrorReport report = site.mirrorToTheEnd(new ToldTarget(reopened, progress::take));
            isRestarted(progress, when);
            if (!report.complete()) {
                lost++;
                tell(when + ": " + report);
            }
        } catch (TargetException e) {
            unreadable++;
            tell(when + ": " + e);
            return false;
        }
        compare(site.wanted(), stored(place, when), when);
        return true;
    }

    private Map<ItemKey, MirrorItem> stored(String place, String when) {
        Map<ItemKey, MirrorItem> found = new HashMap<>();
        try {
            for (MirrorItem item : target.stored(place)) {
                if (found.put(item.key(), item) != null) {
                    doubled++;
                    tell(when + ": " + item.key() + " is there twice");
                }
            }
        } catch (Exception e) {
            torn++;
            tell(when + ": " + e);
        }
        return found;
    }

    private void compare(Map<ItemKey, MirrorItem> wanted, Map<ItemKey, MirrorItem> found, String when) {
        items += wanted.size();
        wanted.forEach((key, item) -> {
            if (!item.equals(found.get(key))) {
                lost++;
                tell(when + ": wanted " + item + " and found " + found.get(key));
            }
        });
        for (ItemKey key : found.keySet()) {
            if (!wanted.containsKey(key)) {
                doubled++;
                tell(when + ": " + key + " should not be there any more");
            }
        }
    }

    private void tell(String what) {
        if (wrong.size() < TOLD) {
            wrong.add(what);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
