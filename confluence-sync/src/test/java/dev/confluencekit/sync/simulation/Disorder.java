package dev.confluencekit.sync.simulation;

import dev.confluencekit.sync.MirroredSite;
import dev.confluencekit.testkit.ApiKey;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.Failure;
import dev.confluencekit.testkit.PageSeed;
import dev.confluencekit.testkit.SimulatedRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People at work on a site, and a service in trouble, as a seed decides. */
final class Disorder {
    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");

    private static final String COLLEAGUE = "colleague@acme.example";

    private final MirroredSite site;
    private final ConfluenceSimulator simulator;
    private final Random random;
    private final List<String> spaces = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final Set<String> taken = new TreeSet<>();
    private final List<String> log = new ArrayList<>();
    private String key;
    private int named;

    Disorder(MirroredSite site, Random random, String key) {
        this.site = site;
        this.simulator = site.simulator();
        this.random = random;
        this.key = key;
    }

    String key() {
        return key;
    }

    List<String> log() {
        return log;
    }

    void makeSpace() {
        String spaceKey = "S" + spaces.size();
        site.space(spaceKey);
        spaces.add(spaceKey);
    }

    void makePages(int count) {
        for (int i = 0; i < count; i++) {
            create();
        }
    }

    /** Something happens to the content. */
    void somebodyWorks() {
        int what = random.nextInt(21);
        try {
            switch (what) {
                case 0, 1 -> create();
                case 2, 3 -> simulator.updatePage(any(), "<p>" + random.nextInt(1_000) + "</p>");
                case 4 -> simulator.renamePage(any(), "Title " + named++);
                case 5, 6 -> simulator.movePage(any(), random.nextInt(4) == 0 ? null : any());
                case 7 -> simulator.labelPage(any(), "l" + random.nextInt(3), "l" + random.nextInt(3));
                case 8 -> simulator.archivePage(any());
                case 9 -> simulator.trashPage(any());
                case 10 -> simulator.restorePage(any());
                case 11 -> simulator.removePage(any());
                case 12 -> post();
                case 13 -> simulator.access().restrictPage(any(), COLLEAGUE);
                case 14, 15 -> simulator.access().openPage(any());
                case 16 -> takeSpace();
                case 17 -> giveSpaces();
                case 18 -> comment();
                case 19 -> silence();
                default -> attach();
            }
            log.add("did " + what);
        } catch (IllegalArgumentException e) {
            log.add("could not do " + what);
        }
    }

    private void takeSpace() {
        String space = spaces.get(random.nextInt(spaces.size()));
        simulator.access().takeSpace(space, MirroredSite.EMAIL);
        taken.add(space);
    }

    /** All spaces can be seen again. */
    void giveSpaces() {
        taken.forEach(space -> simulator.access().giveSpace(space, MirroredSite.EMAIL));
        taken.clear();
    }

    /** Keys of spaces that the account may not see. */
    Set<String> taken() {
        return Set.copyOf(taken);
    }

    private void comment() {
        String who = simulator.account(COLLEAGUE).accountId();
        comments.add(simulator.community().comment(any(), who, "<p>Comment " + named++ + "</p>"));
    }

    private void silence() {
        if (!comments.isEmpty()) {
            ask("DELETE", "/wiki/api/v2/footer-comments/" + comments.remove(random.nextInt(comments.size())), "");
        }
    }

    private void attach() {
        String name = "file " + named++ + ".txt";
        simulator.addAttachment(any(), name, "text/plain", name.getBytes(StandardCharsets.UTF_8));
    }

    private void create() {
        String space = spaces.get(random.nextInt(spaces.size()));
        String title = "Title " + named++;
        pages.add(simulator.addPage(PageSeed.of(space, title, "<p>" + title + "</p>")));
    }

    private void post() {
        String body = "{\"spaceId\":\"" + spaceId() + "\",\"status\":\"current\",\"title\":\"Post " + named++
                + "\",\"body\":{\"representation\":\"storage\",\"value\":\"<p>post</p>\"}}";
        ask("POST", "/wiki/api/v2/blogposts", body);
    }

    private String spaceId() {
        String answer = ask("GET", "/wiki/api/v2/spaces?keys=" + spaces.get(random.nextInt(spaces.size())), "");
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new IllegalArgumentException("the site did not tell the space");
        }
        return id.group(1);
    }

    private String ask(String method, String target, String body) {
        try {
            SimulatedRequest request = SimulatedRequest.of(method, target)
                    .withHeader("Content-Type", "application/json")
                    .withBasicAuth(MirroredSite.EMAIL, key)
                    .withBody(body.getBytes(StandardCharsets.UTF_8));
            return simulator.exchange(request).bodyText();
        } catch (IOException e) {
            throw new IllegalArgumentException("the site hung up", e);
        }
    }

    private String any() {
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("there is no page yet");
        }
        return pages.get(random.nextInt(pages.size()));
    }

    /** The service gets into trouble with one of the next requests. */
    void serviceStumbles() {
        int what = random.nextInt(9);
        log.add("stumble " + what);
        Failure failure = switch (what) {
            case 0 -> Failure.status(500);
            case 1 -> Failure.status(503);
            case 2 -> Failure.rateLimited(Duration.ofSeconds(random.nextInt(90)));
            case 3 -> Failure.dropConnection();
            case 4 -> Failure.loseAnswer();
            case 5 -> Failure.edgeFault(404);
            case 6 -> Failure.edgeFault(403);
            case 7 -> Failure.cutBody(20);
            default -> Failure.status(400);
        };
        simulator.nextAnswers(failure);
    }

    /** The key is revoked, and nobody notices at once. */
    void keyIsRevoked(List<ApiKey> issued) {
        log.add("key revoked");
        issued.get(issued.size() - 1).revoke();
    }

    void keyIsReplaced(List<ApiKey> issued) {
        issued.add(simulator.account(MirroredSite.EMAIL).issueKey());
        key = issued.get(issued.size() - 1).secret();
        site.useKey(key);
    }
}
