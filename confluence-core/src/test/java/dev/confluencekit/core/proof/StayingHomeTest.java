package dev.confluencekit.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.testing.Calls;
import dev.confluencekit.core.testing.RawServer;
import dev.confluencekit.core.testing.Received;
import dev.confluencekit.core.testing.Reply;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever a site answers, connections are made to it and to nobody else, and so the credential goes nowhere else. Watched
 * from two sides: the addresses for which the HTTP client looks for a proxy, and a server at which hostile ones point.
 */
class StayingHomeTest {
    private static final int FEW = 150;
    private static final int MANY = 10_000;

    private static final ApiRequest PAGES =
            ApiRequest.get("getPages", "/wiki/api/v2/pages").build();

    private final AtomicLong seed = new AtomicLong();
    private final Set<String> contacted = ConcurrentHashMap.newKeySet();
    private final RawServer evil = RawServer.answering(Reply.ok("{\"results\":[]}"));
    private final RawServer home = RawServer.answering(this::answer);
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().proxy(new Watcher()).build();
    private final ConfluenceConnection connection = Calls.connect(runtime, home);

    @AfterEach
    void close() {
        runtime.close();
        home.close();
        evil.close();
    }

    private final class Watcher extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            contacted.add(uri.getHost() + ":" + uri.getPort());
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException e) {
            throw new AssertionError("no proxy was named, so none can fail");
        }
    }

    private HostileAddresses addresses(long number) {
        return new HostileAddresses(number, "127.0.0.1:" + home.port(), "127.0.0.1:" + evil.port());
    }

    private Reply answer(Received request) {
        HostileAddresses hostile = addresses(seed.get());
        if (request.target().contains("/pages/42")) {
            List<Integer> statuses = List.of(301, 302, 303, 307, 308, 300, 305);
            return header(Reply.status(statuses.get((int) (seed.get() % statuses.size()))), "Location", hostile.next());
        }
        if (request.target().contains("tenant_info")) {
            return Reply.ok(
                    "{\"cloudId\":\"11111111-2222-3333-4444-555555555555\",\"baseUrl\":" + json(hostile.next()) + "}");
        }
        String next = hostile.next();
        Reply listing = Reply.ok("{\"results\":[{\"id\":\"1\"}],\"_links\":{\"next\":" + json(next) + ",\"base\":"
                + json(hostile.next()) + "}}");
        return seed.get() % 2 == 0 ? header(listing, "Link", "<" + next + ">; rel=\"next\"") : listing;
    }

    /** A header's value has no line ends and is Latin-1. */
    private static Reply header(Reply reply, String name, String value) {
        return reply.header(name, value.replaceAll("[\\p{Cntrl}&&[^\t]]|[^\\x00-\\xff]", "%"));
    }

    private static String json(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append("\\u%04x".formatted(c)));
        return quoted.append('"').toString();
    }

    private void assertStayedHome() {
        assertThat(evil.connections()).as("seed " + seed).isZero();
        assertThat(contacted).as("seed " + seed).containsOnly("127.0.0.1:" + home.port());
    }

    /** True if the call ended with a failure of the library's own, whose message holds no key. */
    private static boolean refused(Runnable call) {
        try {
            call.run();
            return false;
        } catch (ConfluenceException e) {
            assertThat(e.toString()).doesNotContain(Calls.TOKEN);
            return true;
        }
    }

    private void redirects(int trials) {
        for (int i = 0; i < trials; i++) {
            seed.set(i);
            assertThat(refused(() -> connection.fetch(Calls.GET, Object.class)))
                    .as("seed " + seed)
                    .isTrue();
        }
        assertStayedHome();
    }

    private void nextLinks(int trials) {
        int refusals = 0;
        for (int i = 0; i < trials; i++) {
            seed.set(i);
            boolean refused = refused(() -> {
                int left = 2;
                for (Batch<Object> batch :
                        connection.list(PAGES, Object.class, 25, null).batches()) {
                    assertThat(batch.items()).hasSizeLessThan(2);
                    if (--left == 0) {
                        return;
                    }
                }
            });
            refusals += refused ? 1 : 0;
        }
        assertStayedHome();
        // Most of them name another host outright.
        assertThat(refusals).isGreaterThan(trials / 2);
    }

    private void baseAddresses(int trials) {
        for (int i = 0; i < trials; i++) {
            seed.set(i);
            try (ConfluenceConnection fresh = Calls.connect(runtime, home)) {
                fresh.cloudId();
            }
        }
        assertStayedHome();
    }

    private void typedAddresses(int trials) {
        for (int i = 0; i < trials; i++) {
            String typed = new HostileAddresses(i, "acme.atlassian.net:443", "evil.example:443").next();
            String host;
            try {
                host = ConfluenceSite.parse(typed).host();
            } catch (InvalidArgumentException e) {
                continue;
            }
            // What is taken must be the host that a browser would go to, not one that only appears in the text.
            boolean sound = typed.contains("evil.example")
                    ? Set.of("evil.example", "acme.atlassian.net.evil.example").contains(host)
                    : host.endsWith(".atlassian.net");
            assertThat(sound).as("typed: " + typed + ", taken as " + host).isTrue();
        }
    }

    @Test
    void no_redirect_is_followed() {
        redirects(FEW);
    }

    @Test
    @Tag("proof")
    void none_of_10_000_redirects_is_followed() {
        redirects(MANY);
    }

    @Test
    void no_next_link_leads_away() {
        nextLinks(FEW);
    }

    @Test
    @Tag("proof")
    void none_of_10_000_next_links_leads_away() {
        nextLinks(MANY);
    }

    @Test
    void no_base_address_leads_away() {
        baseAddresses(FEW);
        typedAddresses(FEW);
    }

    @Test
    @Tag("proof")
    void none_of_10_000_base_addresses_leads_away() {
        baseAddresses(MANY);
        typedAddresses(MANY);
    }

    @Test
    void the_watcher_sees_a_connection_elsewhere() {
        Calls.connect(runtime, evil).fetch(Calls.GET, Object.class);
        assertThat(contacted).contains("127.0.0.1:" + evil.port());
        assertThat(evil.connections()).isEqualTo(1);
    }
}
