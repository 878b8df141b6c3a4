package dev.confluencekit.core.transport;

import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * {@link Transport} over the JDK's HTTP client. One instance serves any number of sites; an HTTP client costs a thread
 * and file descriptors of its own, so make one for a runtime and not one for each integration.
 */
public final class JdkTransport implements Transport {
    private final boolean owned;
    private final Set<CompletableFuture<?>> inFlight = ConcurrentHashMap.newKeySet();
    /** Null once closed: before JDK 21 a client ends its thread only when nothing refers to it any more. */
    private volatile @Nullable HttpClient client;

    private JdkTransport(HttpClient client, boolean owned) {
        this.client = client;
        this.owned = owned;
    }

    /**
     * Makes an HTTP client of its own, which {@link #close()} gives back.
     *
     * @param connectTimeout the time limit for making a connection
     * @param proxy the proxy selector, or null for the JVM's
     * @param sslContext the TLS configuration, or null for the JVM's
     * @return a transport
     */
    public static JdkTransport create(
            Duration connectTimeout, @Nullable ProxySelector proxy, @Nullable SSLContext sslContext) {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(connectTimeout).followRedirects(HttpClient.Redirect.NEVER);
        ProxySelector selector = proxy == null ? ProxySelector.getDefault() : proxy;
        if (selector != null) {
            builder.proxy(selector);
        }
        if (sslContext != null) {
            builder.sslContext(sslContext);
        }
        return new JdkTransport(builder.build(), true);
    }

    /**
     * Uses a client of the host's, which stays the host's to close.
     *
     * @param client a client that follows no redirects and has no authenticator
     * @return a transport
     * @throws InvalidArgumentException if the client follows redirects (the JDK would hand the credential to another
     *     host), has an authenticator (the JDK would then hide answers with status 401), or has no connect time limit
     */
    public static JdkTransport over(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new InvalidArgumentException(
                    "httpClient",
                    "follows redirects, which can hand the key to another host; build it with Redirect.NEVER");
        }
        if (client.authenticator().isPresent()) {
            throw new InvalidArgumentException(
                    "httpClient", "has an Authenticator, which hides refusals; build it without one");
        }
        if (client.connectTimeout().isEmpty()) {
            throw new InvalidArgumentException(
                    "httpClient", "has no connect timeout, so that it can hang for ever; build it with one");
        }
        return new JdkTransport(client, false);
    }

    @Override
    @SuppressWarnings("CollectionUndefinedEquality") // futures are told apart by identity, which is meant
    public TransportResponse exchange(TransportRequest request) throws TransportFault, InterruptedException {
        HttpClient open = client;
        if (open == null) {
            throw closedFault();
        }
        HeadersSeen seen = new HeadersSeen();
        CompletableFuture<HttpResponse<@Nullable ReceivedBody>> exchange = start(open, request, true, seen, info -> {
            BodyCollector body = BodyCollector.forAnswer(info, request.maxBytes());
            seen.mark(body.refusal());
            return body;
        });
        inFlight.add(exchange);
        try {
            if (client == null) {
                exchange.cancel(true);
            }
            return response(exchange.get(request.timeout().toNanos(), TimeUnit.NANOSECONDS), request, open);
        } catch (TimeoutException e) {
            throw new TransportFault(
                    FaultKind.TIMEOUT,
                    "no whole answer within " + request.timeout().toMillis() + " ms",
                    seen.marked() ? "the answer had begun" : "no answer had begun",
                    1);
        } catch (CancellationException e) {
            throw closedFault();
        } catch (ExecutionException e) {
            throw ofFailed(e, request, open, seen);
        } finally {
            inFlight.remove(exchange);
            // Of a finished exchange this does nothing. Of any other it is what closes the connection: merely
            // abandoning the future would leave a slow server writing into it.
            exchange.cancel(true);
        }
    }

    @Override
    @SuppressWarnings({"CollectionUndefinedEquality", "FutureReturnValueIgnored"
    }) // futures are told apart by identity, which is meant
    public TransportResponse transfer(TransportRequest request, BodySink sink)
            throws TransportFault, InterruptedException, IOException {
        HttpClient open = client;
        if (open == null) {
            throw closedFault();
        }
        HeadersSeen seen = new HeadersSeen();
        BodyStream stream = new BodyStream(request.timeout());
        CompletableFuture<HttpResponse<@Nullable ReceivedBody>> exchange =
                start(open, stream.watching(request), false, seen, info -> {
                    stream.progressed();
                    if (BodyCollector.refusal(info, Long.MAX_VALUE) == null
                            && sink.takes(info.statusCode(), info.headers())) {
                        seen.mark(null);
                        return stream.relay();
                    }
                    BodyCollector body = BodyCollector.forAnswer(info, request.maxBytes());
                    seen.mark(body.refusal());
                    return body;
                });
        inFlight.add(exchange);
        try {
            if (client == null) {
                exchange.cancel(true);
            }
            exchange.whenComplete((answer, failure) -> stream.end());
            stream.passOn(sink);
            return response(exchange.get(), request, open);
        } catch (TimeoutException e) {
            throw new TransportFault(
                    FaultKind.TIMEOUT,
                    "nothing moved for " + request.timeout().toMillis() + " ms",
                    seen.marked() ? "the answer had begun" : "no answer had begun",
                    1);
        } catch (CancellationException e) {
            throw closedFault();
        } catch (ExecutionException e) {
            throw ofFailed(e, request, open, seen);
        } finally {
            inFlight.remove(exchange);
            exchange.cancel(true);
        }
    }

    private static CompletableFuture<HttpResponse<@Nullable ReceivedBody>> start(
            HttpClient open,
            TransportRequest request,
            boolean timed,
            HeadersSeen seen,
            HttpResponse.BodyHandler<ReceivedBody> handler)
            throws TransportFault {
        try {
            return open.sendAsync(toJdk(request, timed), handler);
        } catch (RuntimeException e) {
            throw JdkFaults.describe(e, request, proxyFor(request.uri(), open), seen.marked());
        }
    }

    private static TransportResponse response(
            HttpResponse<@Nullable ReceivedBody> answer, TransportRequest request, HttpClient open)
            throws TransportFault {
        ReceivedBody body = answer.body();
        if (body == null) {
            // So the JDK hands over a proxy's wish for a login, which it got instead of a connection.
            throw JdkFaults.ofTunnel(answer.statusCode(), proxyFor(request.uri(), open));
        }
        return new TransportResponse(answer.statusCode(), answer.headers(), body);
    }

    private TransportFault ofFailed(
            ExecutionException failed, TransportRequest request, HttpClient open, HeadersSeen seen) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (client == null) {
            return closedFault();
        }
        TransportFault refusal = seen.refusal();
        // The JDK may stumble over the same headers in words of its own.
        return refusal != null
                ? refusal
                : JdkFaults.describe(cause, request, proxyFor(request.uri(), open), seen.marked());
    }

    /** The proxy on the way to an address, for messages; null if there is none. */
    private static @Nullable String proxyFor(URI uri, HttpClient open) {
        return open.proxy()
                .flatMap(selector -> selector.select(uri).stream().findFirst())
                .map(Proxy::address)
                .map(address -> address instanceof InetSocketAddress at
                        ? at.getHostString() + ":" + at.getPort()
                        : address.toString())
                .orElse(null);
    }

    private static HttpRequest toJdk(TransportRequest request, boolean timed) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri());
        if (timed) {
            // It would cut off an upload that takes longer, however steadily it goes on.
            builder.timeout(request.timeout());
        }
        if ("http".equals(request.uri().getScheme())) {
            // Otherwise the client asks every plain-text server to upgrade to HTTP/2.
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        request.headers().forEach(builder::setHeader);
        HttpRequest.BodyPublisher body = request.body();
        if ("GET".equals(request.method()) && (body == null || body.contentLength() == 0)) {
            return SingleSend.isKnownToWork()
                    ? builder.method("GET", new SingleSend()).build()
                    : builder.GET().build();
        }
        return builder.method(request.method(), body == null ? HttpRequest.BodyPublishers.noBody() : body)
                .build();
    }

    private static TransportFault closedFault() {
        return new TransportFault(FaultKind.CONNECTION_LOST, "the transport was closed", "", 1);
    }

    @Override
    public void close() {
        HttpClient open = client;
        client = null;
        inFlight.forEach(exchange -> exchange.cancel(true));
        if (owned && open != null) {
            shutDownWhereTheJdkCan(open);
        }
    }

    /** HttpClient.shutdownNow exists from JDK 21 on. */
    private static void shutDownWhereTheJdkCan(HttpClient open) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(open);
        } catch (NoSuchMethodException e) {
            return;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the HTTP client could not be shut down", e);
        }
    }

    private static final class HeadersSeen {
        private volatile boolean marked;
        private volatile @Nullable TransportFault refusal;

        void mark(@Nullable TransportFault reason) {
            refusal = reason;
            marked = true;
        }

        @Nullable
        TransportFault refusal() {
            return refusal;
        }

        boolean marked() {
            return marked;
        }
    }
}
