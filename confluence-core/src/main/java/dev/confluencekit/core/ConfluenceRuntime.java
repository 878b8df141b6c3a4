package dev.confluencekit.core;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.internal.pipeline.AnswerSigns;
import dev.confluencekit.core.internal.pipeline.CallPipeline;
import dev.confluencekit.core.internal.pipeline.CallTarget;
import dev.confluencekit.core.internal.pipeline.Lifeline;
import dev.confluencekit.core.internal.pipeline.Observers;
import dev.confluencekit.core.internal.pipeline.PipelineSettings;
import dev.confluencekit.core.internal.pipeline.SiteResolver;
import dev.confluencekit.core.internal.pipeline.TenantGates;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.observe.CallObserver;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.secret.Authenticator;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.JdkTransport;
import dev.confluencekit.core.transport.Transport;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What many integrations share: one HTTP client, one set of threads, one clock, and for each site the gate that its
 * callers pass. A host makes one, gives it to every integration, and closes it last; an integration that is built
 * without one makes its own. Safe for use by many threads.
 *
 * <pre>{@code
 * try (ConfluenceRuntime runtime = ConfluenceRuntime.builder().callTimeout(Duration.ofMinutes(2)).build()) {
 *     // hand it to each integration
 * }
 * }</pre>
 */
public final class ConfluenceRuntime implements AutoCloseable {
    private final Transport transport;
    private final boolean ownsTransport;
    private final Executor executor;
    private final @Nullable ExecutorService ownExecutor;
    private final CallPipeline pipeline;
    private final JsonCodec codec = JsonCodec.create();
    private final Lifeline lifeline = new Lifeline("the Confluence runtime");
    private final TimeSource time;

    private ConfluenceRuntime(Builder builder) {
        this.time = builder.time;
        Transport given = builder.transport;
        this.ownsTransport = given == null;
        this.transport = given != null ? given : builder.makeTransport();
        Executor hosts = builder.executor;
        this.ownExecutor = hosts == null ? Workers.create() : null;
        this.executor = hosts != null ? hosts : Objects.requireNonNull(ownExecutor);
        this.pipeline = new CallPipeline(
                new PipelineSettings(
                        builder.attemptTimeout,
                        builder.callTimeout,
                        builder.maxResponseBytes,
                        UserAgent.with(builder.userAgentSuffix)),
                transport,
                time,
                builder.random,
                codec,
                new Observers(builder.observers),
                new TenantGates(time, builder.random, builder.concurrency));
    }

    /**
     * Starts a runtime with the default settings.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A runtime with the default settings.
     *
     * @return a runtime, to be closed by the caller
     */
    public static ConfluenceRuntime create() {
        return builder().build();
    }

    /**
     * Opens a connection to a site. Costs no request.
     *
     * @param site the site
     * @param authenticator gives the credential, asked at every attempt
     * @param cloudId the site's cloud id if it is known, else null; saves a request for keys with scopes
     * @return a connection, to be closed by the caller
     * @throws dev.confluencekit.core.error.ConfluenceClosedException if the runtime has been closed
     */
    public ConfluenceConnection connect(ConfluenceSite site, Authenticator authenticator, @Nullable String cloudId) {
        CallTarget target = new CallTarget(
                site,
                new SiteResolver(site, cloudId),
                authenticator,
                new AnswerSigns(),
                lifeline.child("the connection to " + site.host()));
        return new DefaultConfluenceConnection(pipeline, codec, executor, target, CallOptions.defaults());
    }

    /**
     * The clock of the runtime.
     *
     * @return where this runtime gets time from
     */
    public TimeSource time() {
        return time;
    }

    /**
     * Ends every connection and gives back what the runtime itself has made: requests under way are cut off, waits
     * end, and calls fail with {@link dev.confluencekit.core.error.ConfluenceClosedException}. An HTTP client,
     * transport or executor of the host's stays open. Idempotent.
     */
    @Override
    public void close() {
        if (!lifeline.close()) {
            return;
        }
        if (ownsTransport) {
            transport.close();
        }
        if (ownExecutor != null) {
            ownExecutor.shutdownNow();
        }
    }

    /** The settings of a runtime; for one thread. */
    public static final class Builder {
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration attemptTimeout = Duration.ofSeconds(30);
        private Duration callTimeout = Duration.ofSeconds(90);
        private long maxResponseBytes = 32L * 1024 * 1024;
        private @Nullable Integer concurrency;
        private String userAgentSuffix = "";
        private TimeSource time = TimeSource.system();
        private RandomGenerator random = new Random();
        private final List<CallObserver> observers = new ArrayList<>();
        private @Nullable ProxySelector proxy;
        private @Nullable SSLContext sslContext;
        private @Nullable HttpClient httpClient;
        private @Nullable Transport transport;
        private @Nullable Executor executor;

        private Builder() {}

        /**
         * The time limit for making a connection. Default 10 seconds.
         *
         * @param limit a positive duration
         * @return this builder
         */
        public Builder connectTimeout(Duration limit) {
            this.connectTimeout = positive("connectTimeout", limit);
            return this;
        }

        /**
         * The time limit for one request, from connecting to the last byte of the answer. Default 30 seconds.
         *
         * @param limit a positive duration
         * @return this builder
         */
        public Builder attemptTimeout(Duration limit) {
            this.attemptTimeout = positive("attemptTimeout", limit);
            return this;
        }

        /**
         * The time limit for one call, its retries and waits included; for a listing, for each batch. A wait that
         * would cross it fails at once and says when to come back. Default 90 seconds.
         *
         * @param limit a positive duration
         * @return this builder
         */
        public Builder callTimeout(Duration limit) {
            this.callTimeout = positive("callTimeout", limit);
            return this;
        }

        /**
         * The most bytes of one answer, after decompression. Default 32 MiB.
         *
         * @param bytes a positive number
         * @return this builder
         */
        public Builder maxResponseBytes(long bytes) {
            if (bytes < 1) {
                throw new InvalidArgumentException("maxResponseBytes", "must be positive");
            }
            this.maxResponseBytes = bytes;
            return this;
        }

        /**
         * How many requests may be under way to one site at once, whichever integrations make them. By default 5 at
         * first and up to 8 while the site is content; a number given here is where it begins and what it never
         * exceeds. Either way it shrinks, down to one, when the site refuses with a 429 or warns that its limit is
         * near, and grows again afterwards. The service begins to refuse at 20 to 30.
         *
         * @param requests a positive number
         * @return this builder
         */
        public Builder concurrency(int requests) {
            if (requests < 1) {
                throw new InvalidArgumentException("concurrency", "must be positive");
            }
            this.concurrency = requests;
            return this;
        }

        /**
         * What to add to the {@code User-Agent} header, so that Atlassian can tell the host product.
         *
         * @param suffix printable ASCII, such as {@code AcmeSearch/4.2}
         * @return this builder
         */
        public Builder userAgentSuffix(String suffix) {
            if (!suffix.chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
                throw new InvalidArgumentException("userAgentSuffix", "must be printable ASCII");
            }
            this.userAgentSuffix = suffix.strip();
            return this;
        }

        /**
         * How proxies are chosen. Default: as the JVM does. Not with {@link #httpClient}.
         *
         * @param selector a proxy selector
         * @return this builder
         */
        public Builder proxy(ProxySelector selector) {
            this.proxy = selector;
            return this;
        }

        /**
         * The TLS configuration, for example with the authority of an inspecting proxy. Default: the JVM's. Not with
         * {@link #httpClient}.
         *
         * @param context an SSL context
         * @return this builder
         */
        public Builder sslContext(SSLContext context) {
            this.sslContext = context;
            return this;
        }

        /**
         * An HTTP client of the host's, instead of an own one. It stays the host's to close.
         *
         * @param client a client that follows no redirects, has no authenticator, and has a connect timeout; any other
         *     is refused by {@link #build()}
         * @return this builder
         */
        public Builder httpClient(HttpClient client) {
            this.httpClient = client;
            return this;
        }

        /**
         * Another way to send requests than an HTTP client. It stays the host's to close.
         *
         * @param given a transport
         * @return this builder
         */
        public Builder transport(Transport given) {
            this.transport = given;
            return this;
        }

        /**
         * Where parallel work runs. It stays the host's to close. Default: virtual threads where the JVM has them,
         * else daemon threads named {@code confluencekit-worker-…}.
         *
         * @param given an executor
         * @return this builder
         */
        public Builder executor(Executor given) {
            this.executor = given;
            return this;
        }

        /**
         * Adds an observer of all calls. Default: none.
         *
         * @param observer an observer, safe for use by many threads
         * @return this builder
         */
        public Builder observer(CallObserver observer) {
            observers.add(observer);
            return this;
        }

        /**
         * Where time comes from, for tests. Default: the machine.
         *
         * @param source a time source
         * @return this builder
         */
        public Builder time(TimeSource source) {
            this.time = source;
            return this;
        }

        /**
         * Where the jitter of waits comes from, for tests. Default: a generator of its own.
         *
         * @param generator a generator, safe for use by many threads
         * @return this builder
         */
        public Builder random(RandomGenerator generator) {
            this.random = generator;
            return this;
        }

        /**
         * Takes settings from variables; one that is not there leaves its setting as it is. Times are seconds
         * ({@code 30}) or ISO-8601 durations ({@code PT2M}):
         * {@code CONFLUENCE_CONNECT_TIMEOUT}, {@code CONFLUENCE_ATTEMPT_TIMEOUT}, {@code CONFLUENCE_CALL_TIMEOUT},
         * {@code CONFLUENCE_MAX_RESPONSE_BYTES}, {@code CONFLUENCE_CONCURRENCY}, {@code CONFLUENCE_USER_AGENT_SUFFIX}.
         *
         * @param variables names and values, {@link System#getenv()} as a rule
         * @return this builder
         * @throws InvalidArgumentException if a variable cannot be read; the message names it
         */
        public Builder environment(Map<String, String> variables) {
            EnvironmentSettings.apply(variables, this);
            return this;
        }

        /**
         * Makes the runtime.
         *
         * @return a runtime, to be closed by the caller
         * @throws InvalidArgumentException if settings contradict each other or the HTTP client cannot be used
         */
        public ConfluenceRuntime build() {
            if (httpClient != null && (proxy != null || sslContext != null)) {
                throw new InvalidArgumentException(
                        "httpClient", "has its own proxy and TLS settings; set them on it, not beside it");
            }
            if (httpClient != null && transport != null) {
                throw new InvalidArgumentException("transport", "excludes httpClient; give one of the two");
            }
            return new ConfluenceRuntime(this);
        }

        private Transport makeTransport() {
            return httpClient != null
                    ? JdkTransport.over(httpClient)
                    : JdkTransport.create(connectTimeout, proxy, sslContext);
        }

        private static Duration positive(String parameter, Duration limit) {
            if (limit.isNegative() || limit.isZero()) {
                throw new InvalidArgumentException(parameter, "must be positive");
            }
            return limit;
        }
    }
}
