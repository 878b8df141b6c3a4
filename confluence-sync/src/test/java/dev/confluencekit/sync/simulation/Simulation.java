package dev.confluencekit.sync.simulation;

import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.MirroredSite;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.report.MirrorReport;
import dev.confluencekit.sync.report.RunKind;
import dev.confluencekit.sync.report.SpaceOutcome;
import dev.confluencekit.sync.scope.MirrorScope;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.SimulatedResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * One history of a site and its mirror: people work before and during runs, the service stumbles, rows are shown twice or not at
 * all, listings lag, keys are revoked. Then the site goes quiet, and the mirror has to become true.
 */
final class Simulation implements AutoCloseable {
    private static final SimulatedResponse REFUSED =
            SimulatedResponse.of(400, "application/json", "{\"errors\":[]}".getBytes(StandardCharsets.UTF_8));
    private static final Map<ItemKind, String> NOUNS = Map.of(
            ItemKind.BLOG_POST, "blogposts/",
            ItemKind.FOOTER_COMMENT, "footer-comments/",
            ItemKind.ATTACHMENT, "attachments/");

    private final long seed;
    private final Random random;
    private final MirroredSite site;
    private final Disorder disorder;
    private final List<ApiKey> issued = new ArrayList<>();
    private final boolean archived;
    private final boolean blogPosts;
    private final boolean labels;
    private final boolean families;
    private final List<String> history = new ArrayList<>();

    Simulation(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.site = new MirroredSite(seed);
        this.disorder = new Disorder(site, random, "a-key");
        this.archived = random.nextInt(3) == 0;
        this.blogPosts = random.nextInt(3) == 0;
        this.labels = random.nextInt(4) == 0;
        this.families = random.nextInt(6) == 0;
    }

    List<String> history() {
        return history;
    }

    /** Plays it to its end and gives what is wrong with the mirror then; nothing, it is to be hoped. */
    List<String> play() {
        disorder.keyIsReplaced(issued);
        int spaces = 1 + random.nextInt(3);
        for (int i = 0; i < spaces; i++) {
            disorder.makeSpace();
        }
        disorder.makePages(random.nextInt(25));
        int rounds = 2 + random.nextInt(3);
        for (int round = 0; round < rounds; round++) {
            round();
        }
        return quiet();
    }

    private void round() {
        int works = random.nextInt(8);
        for (int i = 0; i < works; i++) {
            disorder.somebodyWorks();
        }
        site.clock().advance(Duration.ofMinutes(random.nextInt(60)));
        site.simulator().listingLag(Duration.ofSeconds(random.nextInt(3) == 0 ? random.nextInt(120) : 0));
        int busy = 1 + random.nextInt(6);
        int trouble = 2 + random.nextInt(20);
        boolean revoked = random.nextInt(10) == 0;
        site.beforeRequest(() -> {
            site.clock().advance(Duration.ofMillis(random.nextInt(400)));
            if (random.nextInt(busy) == 0) {
                disorder.somebodyWorks();
            }
            if (random.nextInt(trouble) == 0) {
                disorder.serviceStumbles();
            }
            if (revoked && random.nextInt(6) == 0) {
                disorder.keyIsRevoked(issued);
            }
        });
        site.simulator().anonymousAccess(random.nextBoolean());
        site.loseOrRepeatRows(random.nextInt(4) == 0 ? 0.05 : 0, random);
        int refusing = random.nextInt(5) == 0 ? 3 : Integer.MAX_VALUE;
        site.answers((request, answer) -> {
            String query = String.valueOf(request.uri().getRawQuery());
            return query.contains("cursor=") && random.nextInt(refusing) == 0 ? REFUSED : answer;
        });
        run(random.nextBoolean() ? Duration.ZERO : Duration.ofHours(24));
        site.beforeRequest(() -> {});
        site.answers((request, answer) -> answer);
        site.simulator().clearFailures();
        if (revoked) {
            disorder.keyIsReplaced(issued);
        }
    }

    private MirrorReport run(Duration reconcileEvery) {
        MirrorScope scope = MirrorScope.allSpaces();
        scope = archived ? scope.withArchivedPages() : scope;
        scope = blogPosts ? scope.withBlogPosts() : scope;
        scope = labels ? scope.withLabels() : scope;
        scope = families ? scope.withComments().withAttachments() : scope;
        Mirror mirror = site.mirror()
                .scope(scope)
                .reconcileEvery(reconcileEvery)
                .mostRemoved(1)
                .build();
        MirrorReport report = mirror.run();
        history.add(report.toString());
        return report;
    }

    private List<String> quiet() {
        site.loseOrRepeatRows(0, random);
        site.simulator().listingLag(Duration.ZERO);
        site.simulator().anonymousAccess(false);
        if (random.nextBoolean()) {
            disorder.giveSpaces();
        }
        site.clock().advance(Duration.ofHours(1));
        List<String> wrong = new ArrayList<>();
        Set<ItemKey> kept = ofLostSpaces();
        if (run(Duration.ZERO).kind() == RunKind.FIRST) {
            // What was half read when it broke off is read on first, and compared by the next run.
            run(Duration.ZERO);
        }
        Truth truth = new Truth(site.simulator(), MirroredSite.EMAIL, disorder.key());
        Map<String, String> wanted = truth.lines(archived, blogPosts, labels, families);
        compare("after one run", wanted, mirrored(false), wrong);
        for (ItemState state : unreachable()) {
            if (isOfALostSpace(state)) {
                continue;
            }
            String noun = NOUNS.getOrDefault(state.key().kind(), "pages/");
            if (truth.status("/wiki/api/v2/" + noun + state.key().id()) != 404) {
                wrong.add(state.key() + " is marked unreachable and can be reached");
            }
        }
        site.clock().advance(Duration.ofMinutes(5));
        MirrorReport settled = run(Duration.ZERO);
        compare("after two runs", wanted, mirrored(true), wrong);
        kept.removeAll(site.target().items().keySet());
        if (!kept.isEmpty()) {
            wrong.add("of spaces that may not be seen any more is gone: " + kept);
        }
        for (String lost : disorder.taken()) {
            Optional<ItemKey> space = mirroredSpace(lost);
            if (space.isPresent() && settled.spaces().stream().noneMatch(told -> isLost(told, space.get()))) {
                wrong.add("nobody is told that " + lost + " is lost: " + settled);
            }
        }
        if (!settled.complete() && disorder.taken().isEmpty()) {
            wrong.add("the last run was not complete: " + settled);
        }
        return wrong.stream().map(line -> "seed " + seed + ": " + line).toList();
    }

    private List<ItemState> unreachable() {
        return site.target().items().values().stream()
                .map(MirrorItem::state)
                .filter(state -> state.unreachableSince() != null)
                .toList();
    }

    private Map<String, String> mirrored(boolean all) {
        Map<String, String> lines = new TreeMap<>();
        site.target().items().forEach((key, item) -> {
            if (!isOfALostSpace(item.state()) && (all || item.state().unreachableSince() == null)) {
                lines.put(key.toString(), line(item));
            }
        });
        return lines;
    }

    /** Of a space that may not be seen any more what is mirrored stays as it was. */
    private boolean isOfALostSpace(ItemState state) {
        return site.target()
                .find(new ItemKey(ItemKind.SPACE, state.spaceId()))
                .map(space -> space.details().spaceKey())
                .filter(disorder.taken()::contains)
                .isPresent();
    }

    private Set<ItemKey> ofLostSpaces() {
        Set<ItemKey> keys = new HashSet<>();
        site.target().items().forEach((key, item) -> {
            if (isOfALostSpace(item.state())) {
                keys.add(key);
            }
        });
        return keys;
    }

    private Optional<ItemKey> mirroredSpace(String spaceKey) {
        return site.target().items().values().stream()
                .filter(item -> item.key().kind() == ItemKind.SPACE
                        && spaceKey.equals(item.details().spaceKey()))
                .map(MirrorItem::key)
                .findFirst();
    }

    private static boolean isLost(SpaceOutcome told, ItemKey space) {
        return told.result() == SpaceOutcome.Result.LOST
                && told.id() != null
                && told.id().value().equals(space.id());
    }

    private static String line(MirrorItem item) {
        ItemState state = item.state();
        if (state.key().kind() == ItemKind.FOOTER_COMMENT) {
            return item.body() == null ? "" : item.body().text();
        }
        if (state.key().kind() == ItemKind.ATTACHMENT) {
            return state.title() + " v" + state.version();
        }
        if (state.key().kind() == ItemKind.SPACE) {
            return state.title();
        }
        ItemBody body = item.body();
        Integer position = item.details().position();
        return Truth.line(
                state.spaceId(),
                state.parentId() == null ? "-" : state.parentId(),
                position == null ? "-" : position.toString(),
                state.status(),
                Integer.toString(state.version()),
                item.details().labels().toString(),
                state.title(),
                body == null ? "" : body.text());
    }

    private static void compare(
            String when, Map<String, String> wanted, Map<String, String> found, List<String> wrong) {
        wanted.forEach((key, line) -> {
            if (!line.equals(found.get(key))) {
                wrong.add(when + " " + key + " should be <" + line + "> and is <" + found.get(key) + ">");
            }
        });
        found.keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .forEach(key -> wrong.add(when + " " + key + " should not be there: <" + found.get(key) + ">"));
    }

    @Override
    public void close() {
        site.close();
    }
}
