package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.access.Accounts;
import dev.confluencekit.testkit.internal.access.BasicCredentials;
import dev.confluencekit.testkit.internal.api.RestApi;
import dev.confluencekit.testkit.internal.edge.Edge;
import dev.confluencekit.testkit.internal.edge.FailureSpec.Fault;
import dev.confluencekit.testkit.internal.edge.Reply;
import dev.confluencekit.testkit.internal.http.HttpServer;
import dev.confluencekit.testkit.internal.media.MediaHost;
import dev.confluencekit.testkit.internal.signing.SignedAddresses;
import dev.confluencekit.testkit.internal.site.Attachments;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.Editor;
import dev.confluencekit.testkit.internal.watch.ExchangeWatcher;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a simulated site is put together from, and the ports at which it answers, if it has any. */
final class RunningSite {

    private static final URI MEDIA = URI.create("https://api.media.atlassian.com");

    private final String cloudId;
    private final URI baseUri;
    private final SimulatedClock clock;
    private final Accounts accounts;
    private final ContentStore store;
    private final Editor editor;
    private final RestApi api;
    private final Edge edge;
    private final @Nullable HttpServer server;
    private final @Nullable HttpServer mediaServer;
    private final SimulatedMedia media;
    private final Community community;

    RunningSite(SimulatorBuilder settings, @Nullable HttpServer server, @Nullable HttpServer mediaServer) {
        this.server = server;
        this.mediaServer = mediaServer;
        this.cloudId = settings.cloudId();
        this.clock = settings.clock();
        this.baseUri = server == null ? settings.siteUri() : URI.create("http://127.0.0.1:" + server.port());
        KnowledgeBase content = settings.knowledgeBase();
        List<Person> people = content.people();
        this.accounts = new Accounts(people, cloudId);
        this.store = new ContentStore(clock);
        this.editor = new Editor(
                store,
                clock,
                people.isEmpty() ? "712020:simulator" : people.get(0).accountId(),
                email -> accounts.open(email).person().accountId());
        content.spaces().forEach(editor::add);
        content.pages().forEach(editor::add);
        this.community = Community.of(store, new Attachments(clock), clock);
        SignedAddresses addresses = new SignedAddresses(
                mediaServer == null ? MEDIA : URI.create("http://127.0.0.1:" + mediaServer.port()), clock);
        this.media = new SimulatedMedia(addresses, new MediaHost(addresses, clock));
        this.api = new RestApi(
                cloudId, URI.create(baseUri + "/wiki"), store, editor, clock, people, community, accounts, addresses);
        this.edge = new Edge(api, new BasicCredentials(accounts, clock), clock, ExchangeWatcher.installed());
    }

    String cloudId() {
        return cloudId;
    }

    URI baseUri() {
        return baseUri;
    }

    SimulatedClock clock() {
        return clock;
    }

    Accounts accounts() {
        return accounts;
    }

    ContentStore store() {
        return store;
    }

    Editor editor() {
        return editor;
    }

    RestApi api() {
        return api;
    }

    Edge edge() {
        return edge;
    }

    SimulatedMedia media() {
        return media;
    }

    Community community() {
        return community;
    }

    /** Answers without a port. What would break a connection is an exception; what would take time is only told. */
    SimulatedResponse exchange(SimulatedRequest request) throws IOException {
        Reply reply = edge.handle(request);
        SimulatedResponse response = reply.response();
        if (reply.fault() == Fault.DROP) {
            throw new IOException("simulated: the connection was closed without an answer");
        }
        if (reply.fault() == Fault.CUT) {
            throw new IOException("simulated: the connection was closed after " + reply.bytes() + " bytes of body");
        }
        if (reply.fault() == Fault.DRIBBLE) {
            int pieces = (response.bodyLength() + reply.bytes() - 1) / reply.bytes();
            response =
                    response.withLatency(response.latency().plus(reply.pause().multipliedBy(pieces)));
        }
        return request.method().equals("HEAD") ? response.withBody(new byte[0]) : response;
    }

    /** From now on requests at its ports are answered. */
    void begin() {
        if (server != null) {
            server.serve(edge::handle, api.errors()::refused);
        }
        if (mediaServer != null) {
            mediaServer.serve(media::handle, api.errors()::refused);
        }
    }

    void close() {
        if (server != null) {
            server.close();
        }
        if (mediaServer != null) {
            mediaServer.close();
        }
    }
}
