package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link ConfluenceSimulator}. Not safe for use by several threads. */
public final class SimulatorBuilder {

    private KnowledgeBase knowledgeBase = KnowledgeBase.empty();
    private @Nullable String cloudId;
    private @Nullable SimulatedClock clock;
    private URI siteUri = URI.create("https://northwind-cycles.example");
    private final List<Consumer<ConfluenceSimulator>> preparations = new ArrayList<>();

    SimulatorBuilder() {}

    /**
     * Sets the content; by default the site is empty.
     *
     * @param content what it holds at first
     * @return this builder
     */
    public SimulatorBuilder knowledgeBase(KnowledgeBase content) {
        this.knowledgeBase = content;
        return this;
    }

    /**
     * Adds an account that holds one unscoped key. More accounts and more keys are possible.
     *
     * @param email the user name
     * @param apiKey the key
     * @return this builder
     */
    public SimulatorBuilder account(String email, String apiKey) {
        preparations.add(simulator -> simulator.account(email).issueKey(apiKey));
        return this;
    }

    /**
     * Sets the id of the site; by default a random one.
     *
     * @param value the cloud id, a UUID in the service
     * @return this builder
     */
    public SimulatorBuilder cloudId(String value) {
        this.cloudId = value;
        return this;
    }

    /**
     * Sets the time; by default it ticks with the machine's clock.
     *
     * @param value the clock
     * @return this builder
     */
    public SimulatorBuilder clock(SimulatedClock value) {
        this.clock = value;
        return this;
    }

    /**
     * Switches anonymous access; by default it is off.
     *
     * @param allowed whether it is on
     * @return this builder
     * @see ConfluenceSimulator#anonymousAccess
     */
    public SimulatorBuilder anonymousAccess(boolean allowed) {
        preparations.add(simulator -> simulator.anonymousAccess(allowed));
        return this;
    }

    /**
     * Limits the calls; by default there is no limit.
     *
     * @param requests how many requests a window has
     * @param window its length
     * @return this builder
     * @see ConfluenceSimulator#rateLimit
     */
    public SimulatorBuilder rateLimit(int requests, Duration window) {
        preparations.add(simulator -> simulator.rateLimit(requests, window));
        return this;
    }

    /**
     * Makes ordinary answers slow; by default they are not.
     *
     * @param perRequest before every answer
     * @param perKilobyte for every started kilobyte of body
     * @return this builder
     * @see ConfluenceSimulator#latency
     */
    public SimulatorBuilder latency(Duration perRequest, Duration perKilobyte) {
        preparations.add(simulator -> simulator.latency(perRequest, perKilobyte));
        return this;
    }

    /**
     * Sets the address that a simulator without a socket gives in its links.
     *
     * @param value a URI without a path; by default {@code https://northwind-cycles.example}
     * @return this builder
     */
    public SimulatorBuilder siteUri(URI value) {
        this.siteUri = value;
        return this;
    }

    /**
     * Starts a simulator that answers at a free port of 127.0.0.1.
     *
     * @return the simulator; the caller closes it
     * @throws java.io.UncheckedIOException if there is no free port
     */
    public ConfluenceSimulator start() {
        HttpServer server = HttpServer.bind();
        HttpServer media = HttpServer.bind();
        try {
            return prepared(new RunningSite(this, server, media));
        } catch (RuntimeException e) {
            // Bad content must not leave the ports taken.
            server.close();
            media.close();
            throw e;
        }
    }

    /**
     * Starts a simulator without a socket, reached by {@link ConfluenceSimulator#exchange} alone.
     *
     * @return the simulator; closing it does nothing
     */
    public ConfluenceSimulator inProcess() {
        return prepared(new RunningSite(this, null, null));
    }

    private ConfluenceSimulator prepared(RunningSite site) {
        ConfluenceSimulator simulator = new ConfluenceSimulator(site);
        preparations.forEach(preparation -> preparation.accept(simulator));
        site.begin();
        return simulator;
    }

    KnowledgeBase knowledgeBase() {
        return knowledgeBase;
    }

    String cloudId() {
        return cloudId == null ? UUID.randomUUID().toString() : cloudId;
    }

    SimulatedClock clock() {
        return clock == null ? SimulatedClock.ticking() : clock;
    }

    URI siteUri() {
        return siteUri;
    }
}
