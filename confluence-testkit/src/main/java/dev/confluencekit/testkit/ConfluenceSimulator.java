package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.edge.Edge;
import dev.confluencekit.testkit.internal.edge.Latency;
import dev.confluencekit.testkit.internal.edge.PathPattern;
import dev.confluencekit.testkit.internal.site.Editor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Confluence Cloud site in memory.
 *
 * <pre>{@code
 * try (ConfluenceSimulator confluence = ConfluenceSimulator.builder()
 *         .knowledgeBase(KnowledgeBase.demo())
 *         .account("kb-bot@northwind-cycles.example", "api-key-text")
 *         .start()) {
 *     URI site = confluence.baseUri();   // http://127.0.0.1:PORT
 * }
 * }</pre>
 *
 * <p>What is answered at the site is answered through the gateway, at {@code /ex/confluence/{cloudId}/wiki/...} of the same
 * port, too. Withdrawn operations of version 1 answer 410.
 *
 * <p>Safe for use by many threads: content, keys and failures may change while clients read.
 */
public final class ConfluenceSimulator implements AutoCloseable {

    private final RunningSite site;
    private final SimulatedClock clock;
    private final Editor editor;
    private final Edge edge;

    ConfluenceSimulator(RunningSite site) {
        this.site = site;
        this.clock = site.clock();
        this.editor = site.editor();
        this.edge = site.edge();
    }

    /**
     * Starts the settings of a simulator.
     *
     * @return a builder, for one thread
     */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /**
     * Gives the address of the site.
     *
     * @return over a socket {@code http://127.0.0.1:PORT}, otherwise the nominal address of {@link
     *     SimulatorBuilder#siteUri}; without {@code /wiki} and without a slash at the end
     */
    public URI baseUri() {
        return site.baseUri();
    }

    /**
     * Gives the address under which the gateway serves this site: what stands in for {@code
     * https://api.atlassian.com/ex/confluence/{cloudId}}.
     *
     * @return the gateway address, on the same host and port
     */
    public URI gatewayUri() {
        return URI.create(baseUri() + "/ex/confluence/" + cloudId());
    }

    /**
     * Gives the id of the site.
     *
     * @return the cloud id
     */
    public String cloudId() {
        return site.cloudId();
    }

    /**
     * Gives the time of the site.
     *
     * @return the clock, which can be advanced
     */
    public SimulatedClock clock() {
        return clock;
    }

    /**
     * Answers a request without a socket. It is handled like any other, but nothing sleeps: {@link
     * SimulatedResponse#latency} says how long the answer would have taken.
     *
     * @param request the request
     * @return the answer
     * @throws IOException if an injected failure drops the connection or cuts the body
     */
    public SimulatedResponse exchange(SimulatedRequest request) throws IOException {
        return site.exchange(request);
    }

    /**
     * Finds or opens an account.
     *
     * @param email its user name; a person of the knowledge base with that address keeps id and name
     * @return a handle on it
     * @throws IllegalArgumentException if the name is empty or has a colon
     */
    public SimulatedAccount account(String email) {
        return new SimulatedAccount(site.accounts().open(email));
    }

    /**
     * Switches anonymous access. While it is on, calls to the site without good credentials are
     * answered with what anonymous may see; while it is off, they are refused.
     *
     * @param allowed whether it is on; off at first
     */
    public void anonymousAccess(boolean allowed) {
        site.api().setAnonymousAccess(allowed);
    }

    /**
     * Adds a space.
     *
     * @param space what it is
     * @return its id
     * @throws IllegalArgumentException if its key or id is taken
     */
    public String addSpace(SpaceSeed space) {
        return String.valueOf(editor.add(space));
    }

    /**
     * Renames a space.
     *
     * @param spaceKey its key
     * @param name its name from now on
     * @throws IllegalArgumentException if there is no such space
     */
    public void renameSpace(String spaceKey, String name) {
        editor.renameSpace(spaceKey, name);
    }

    /**
     * Adds a page. The first current page without a parent becomes the homepage of a space that has none.
     *
     * @param page what it is
     * @return its id
     * @throws IllegalArgumentException if there is no such space or parent, or the title or id is taken
     */
    public String addPage(PageSeed page) {
        return String.valueOf(editor.add(page));
    }

    /**
     * Writes the next version of a page with another body.
     *
     * @param pageId the page
     * @param storage its body in storage format
     * @throws IllegalArgumentException if there is no such page
     */
    public void updatePage(String pageId, String storage) {
        editor.update(Long.parseLong(pageId), null, storage, "");
    }

    /**
     * Writes the next version of a page with another title and body.
     *
     * @param pageId the page
     * @param title its title
     * @param storage its body in storage format
     * @throws IllegalArgumentException if there is no such page, or the title is taken
     */
    public void updatePage(String pageId, String title, String storage) {
        editor.update(Long.parseLong(pageId), title, storage, "");
    }

    /**
     * Writes the next version of a page with another title.
     *
     * @param pageId the page
     * @param title its title
     * @throws IllegalArgumentException if there is no such page, or the title is taken
     */
    public void renamePage(String pageId, String title) {
        editor.update(Long.parseLong(pageId), title, null, "");
    }

    /**
     * Puts a page under another one of its space. Its version stays what it was.
     *
     * @param pageId the page
     * @param parentId the page above it from now on, or null for the root of the space
     * @throws IllegalArgumentException if there is no such page, or the parent is elsewhere or below it
     */
    public void movePage(String pageId, @Nullable String parentId) {
        editor.move(Long.parseLong(pageId), parentId == null ? null : Long.valueOf(parentId));
    }

    /**
     * Replaces the labels of a page. Its version stays what it was.
     *
     * @param pageId the page
     * @param labels label names
     * @throws IllegalArgumentException if there is no such page
     */
    public void labelPage(String pageId, String... labels) {
        editor.label(Long.parseLong(pageId), List.of(labels));
    }

    /**
     * Puts a page into the trash. Pages under it stay where they are.
     *
     * @param pageId the page
     * @throws IllegalArgumentException if there is no such page
     */
    public void trashPage(String pageId) {
        editor.changeStatus(Long.parseLong(pageId), PageStatus.TRASHED);
    }

    /**
     * Archives a page.
     *
     * @param pageId the page
     * @throws IllegalArgumentException if there is no such page, or its title is taken by now
     */
    public void archivePage(String pageId) {
        editor.changeStatus(Long.parseLong(pageId), PageStatus.ARCHIVED);
    }

    /**
     * Makes a page current: from the trash, the archive or a draft.
     *
     * @param pageId the page
     * @throws IllegalArgumentException if there is no such page, or its title is taken by now
     */
    public void restorePage(String pageId) {
        editor.changeStatus(Long.parseLong(pageId), PageStatus.CURRENT);
    }

    /**
     * Removes a page without a trace, as purging it does. Pages under it lose their parent.
     *
     * @param pageId the page
     * @throws IllegalArgumentException if there is no such page
     */
    public void removePage(String pageId) {
        editor.remove(Long.parseLong(pageId));
    }

    /**
     * Attaches a file to a page.
     *
     * @param pageId the page
     * @param fileName its name
     * @param mediaType its type, such as {@code image/png}
     * @param bytes its bytes
     * @return the id of the attachment, such as {@code att8388608}
     * @throws IllegalArgumentException if there is no such page, or it has an attachment of that name
     */
    public String addAttachment(String pageId, String fileName, String mediaType, byte[] bytes) {
        return editor.attach(site.community().attachments(), Long.parseLong(pageId), fileName, mediaType, bytes);
    }

    /**
     * Sets how large an attachment may be; larger ones are answered with 404, as by the service.
     *
     * @param bytes the largest size
     */
    public void attachmentLimit(long bytes) {
        site.community().attachments().setLargest(bytes);
    }

    /**
     * Gives the media host, from which files come.
     *
     * @return the host beside the site
     */
    public SimulatedMedia media() {
        return site.media();
    }

    /**
     * Gives the people at work: who likes and says what.
     *
     * @return a handle
     */
    public SimulatedCommunity community() {
        return new SimulatedCommunity(site.community(), site.store());
    }

    /**
     * Gives what changes who may see what.
     *
     * @return a handle
     */
    public SimulatedAccess access() {
        return new SimulatedAccess(editor);
    }

    /**
     * Lets listings, what is below a page, and search show what was some time ago, as the service's do. Reading by id
     * never lags.
     *
     * @param lag how long ago, by the simulator's clock; zero at first
     */
    public void listingLag(Duration lag) {
        site.store().setLag(lag);
        site.community().setLag(lag);
    }

    /**
     * Makes it a tenant whose spaces are governed by roles alone. There, version 2 creates spaces, too.
     *
     * @param on whether it is one; false at first
     */
    public void roleBasedAccess(boolean on) {
        site.api().setRoleBasedAccess(on);
    }

    /**
     * Sets how long work takes that goes on after its request was answered: copying trees, archiving, deleting trees and
     * spaces, converting bodies. What it does is seen when it is finished.
     *
     * @param duration by the simulator's clock; zero at first, so that a task is finished when it is asked for
     */
    public void longTaskDuration(Duration duration) {
        site.api().setLongTaskDuration(duration);
    }

    /**
     * Limits the calls to the site and its gateway together. Beyond it they answer 429 with {@code
     * Retry-After}; all answers have {@code X-RateLimit-Limit}, {@code -Remaining} and {@code -Reset}.
     *
     * @param requests how many requests a window has; 0 for no limit
     * @param window its length by the simulator's clock; it begins with a request
     * @throws IllegalArgumentException if the window has no length
     */
    public void rateLimit(int requests, Duration window) {
        edge.rateLimiter().limit(requests, window);
    }

    /**
     * Makes ordinary answers slow. Over a socket the time is really waited for.
     *
     * @param perRequest before every answer
     * @param perKilobyte for every started kilobyte of body, in addition
     */
    public void latency(Duration perRequest, Duration perKilobyte) {
        edge.setLatency(new Latency(perRequest, perKilobyte));
    }

    /**
     * Lets the next requests to a path fail.
     *
     * @param pathPattern the path without its query, such as {@code /wiki/api/v2/pages/*}; {@code *} is
     *     anything within a segment, {@code **} is anything; requests through the gateway match, too; a method may
     *     stand before it, as in {@code POST /wiki/api/v2/pages}
     * @param times how many requests
     * @param failure what happens to them
     * @throws IllegalArgumentException if {@code times} is not positive
     */
    public void fail(String pathPattern, int times, Failure failure) {
        edge.failures().add(new PathPattern(pathPattern), times, failure.spec());
    }

    /**
     * Decides what the next requests get, whatever they ask for, one failure each, in order.
     *
     * @param failures what happens to them
     */
    public void nextAnswers(Failure... failures) {
        for (Failure failure : failures) {
            edge.failures().addNext(failure.spec());
        }
    }

    /** Forgets all failures still planned. */
    public void clearFailures() {
        edge.failures().clear();
    }

    /**
     * Gives the requests so far; the last 100,000 are kept.
     *
     * @return what is known of them, oldest first; never a key
     */
    public List<RecordedRequest> requests() {
        return edge.journal().requests();
    }

    /**
     * Counts the requests to a path.
     *
     * @param pathPattern a pattern as in {@link #fail}
     * @return how many of {@link #requests} fit
     */
    public long requestCount(String pathPattern) {
        PathPattern pattern = new PathPattern(pathPattern);
        return requests().stream()
                .filter(request -> pattern.matches(request.method(), request.path()))
                .count();
    }

    /** Forgets the requests so far. */
    public void clearRequests() {
        edge.journal().clear();
    }

    /** Closes the port and all connections, and leaves no thread. Closing again does nothing. */
    @Override
    public void close() {
        site.close();
    }

    @Override
    public String toString() {
        return "ConfluenceSimulator[" + baseUri() + ", cloudId=" + cloudId() + "]";
    }
}
