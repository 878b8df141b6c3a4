package dev.confluencekit.markup.site;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.secret.Authorization;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.testkit.ConfluenceSimulator;
import dev.confluencekit.testkit.PageSeed;
import dev.confluencekit.testkit.RecordedRequest;
import dev.confluencekit.testkit.SpaceSeed;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A simulated site with two spaces, and a connection to it. */
final class SimulatedKnowledge implements AutoCloseable {
    static final String EMAIL = "kb-bot@acme.example";

    private final ConfluenceSimulator simulator =
            ConfluenceSimulator.builder().account(EMAIL, "a-key").start();
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().random(() -> 0).build();
    private final ConfluenceConnection connection = runtime.connect(
            ConfluenceSite.loopback(simulator.baseUri().toString()),
            () -> Authorization.basic(EMAIL, Secret.of("a-key")),
            null);
    private final SpaceId docs = SpaceId.of(simulator.addSpace(SpaceSeed.of("DOCS", "Documentation")));
    private final SpaceId team = SpaceId.of(simulator.addSpace(SpaceSeed.of("TEAM", "The team")));

    SimulatedKnowledge() {
        page("DOCS", "Documentation", "<p>home</p>");
        page("TEAM", "The team", "<p>home</p>");
    }

    ConfluenceSimulator simulator() {
        return simulator;
    }

    ConfluenceConnection connection() {
        return connection;
    }

    SpaceId docs() {
        return docs;
    }

    SpaceId team() {
        return team;
    }

    String page(String space, String title, String storage) {
        return simulator.addPage(PageSeed.of(space, title, storage));
    }

    String file(String page, String name) {
        return simulator.addAttachment(page, name, "image/png", name.getBytes(StandardCharsets.UTF_8));
    }

    String accountId() {
        return simulator.account(EMAIL).accountId();
    }

    String displayName() {
        return simulator.account(EMAIL).displayName();
    }

    /** The address of a path below {@code /wiki}. */
    String web(String path) {
        return connection.site().webAddress(path).toString();
    }

    /** What was asked since the last time this was called. */
    List<String> asked() {
        List<String> paths =
                simulator.requests().stream().map(RecordedRequest::path).toList();
        simulator.clearRequests();
        return paths;
    }

    static String pageLink(String title, String space) {
        String where = space.isEmpty() ? "" : " ri:space-key=\"" + space + "\"";
        return "<ac:link><ri:page ri:content-title=\"" + title + "\"" + where + " /></ac:link>";
    }

    static String image(String name) {
        return "<ac:image><ri:attachment ri:filename=\"" + name + "\" /></ac:image>";
    }

    static String macro(String name, String page) {
        return "<ac:structured-macro ac:name=\"" + name + "\"><ac:parameter ac:name=\"\">" + pageLink(page, "")
                + "</ac:parameter></ac:structured-macro>";
    }

    @Override
    public void close() {
        connection.close();
        runtime.close();
        simulator.close();
    }
}
