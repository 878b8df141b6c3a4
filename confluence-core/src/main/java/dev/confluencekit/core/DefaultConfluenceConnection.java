package dev.confluencekit.core;

import dev.confluencekit.core.internal.paging.BatchFetcher;
import dev.confluencekit.core.internal.paging.CursorPaged;
import dev.confluencekit.core.internal.paging.NextLink;
import dev.confluencekit.core.internal.pipeline.CallPipeline;
import dev.confluencekit.core.internal.pipeline.CallTarget;
import dev.confluencekit.core.internal.pipeline.Expectation;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.json.Listing;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.request.RawAnswer;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.core.site.SiteCondition;
import dev.confluencekit.core.site.SiteRoute;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transfer.Downloaded;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connection through a runtime's pipeline. */
final class DefaultConfluenceConnection implements ConfluenceConnection {
    private final CallPipeline pipeline;
    private final JsonCodec codec;
    private final Executor ahead;
    private final CallTarget target;
    private final CallOptions options;

    DefaultConfluenceConnection(
            CallPipeline pipeline, JsonCodec codec, Executor ahead, CallTarget target, CallOptions options) {
        this.pipeline = pipeline;
        this.codec = codec;
        this.ahead = ahead;
        this.target = target;
        this.options = options;
    }

    @Override
    public ConfluenceSite site() {
        return target.site();
    }

    @Override
    public <T> T fetch(ApiRequest request, Class<T> answer) {
        return pipeline.call(target, request, options, (headers, body) -> codec.read(body, answer));
    }

    @Override
    public void send(ApiRequest request) {
        pipeline.call(target, request, options, Expectation.done());
    }

    @Override
    public RawAnswer exchange(ApiRequest request) {
        return pipeline.call(target, request, options, Expectation.raw(codec));
    }

    @Override
    public Downloaded download(ApiRequest request, Download download) {
        return pipeline.download(target, request, options, download);
    }

    @Override
    public <T> T write(Function<? super ConfluenceConnection, ? extends T> write, Reconciler<T> reconciler) {
        return new ReconciledWrite<T>(
                        this,
                        options,
                        pipeline.timeLimit(options),
                        time(),
                        wait -> pipeline.pause(target, wait, "looking what became of a write"))
                .make(write, reconciler);
    }

    @Override
    public <T> Paged<T> list(ApiRequest request, Class<T> item, int batchSize, @Nullable Cursor start) {
        return new CursorPaged<>(new Listed<>(request, item), request.toString(), batchSize, start, ahead);
    }

    /** The batches of one listing. */
    private final class Listed<T> implements BatchFetcher<T> {
        private final ApiRequest request;
        private final Class<T> item;
        private final NextLink nextLink;

        Listed(ApiRequest request, Class<T> item) {
            this.request = request;
            this.item = item;
            this.nextLink = new NextLink(target.site(), request.toString());
        }

        @Override
        public Batch<T> fetch(@Nullable Cursor from, int size) {
            return fetch(from, size, next -> {});
        }

        @Override
        public Batch<T> fetch(@Nullable Cursor from, int size, Consumer<Cursor> nextSeen) {
            ApiRequest batch = request.batch(from == null ? null : from.value(), size);
            return pipeline.call(target, batch, options, (headers, body) -> {
                Cursor early = nextLink.early(headers);
                if (early != null) {
                    nextSeen.accept(early);
                }
                Listing<T> listing = codec.readListing(body, item);
                Listing.Links links = listing.links();
                return new Batch<>(listing.results(), nextLink.cursor(links == null ? null : links.next(), headers));
            });
        }
    }

    @Override
    public String cloudId() {
        return pipeline.cloudId(target, options);
    }

    @Override
    public Optional<SiteRoute> route() {
        return target.resolver().route();
    }

    @Override
    public ConfluenceConnection with(CallOptions other) {
        return new DefaultConfluenceConnection(pipeline, codec, ahead, target, other);
    }

    @Override
    public ConfluenceConnection share() {
        return new DefaultConfluenceConnection(pipeline, codec, ahead, target.share(), options);
    }

    @Override
    public SiteCondition condition() {
        return pipeline.condition(target);
    }

    @Override
    public void pauseUpTo(Duration most) {
        pipeline.pauseUpTo(target, most, "waiting before trying again");
    }

    @Override
    public Executor executor() {
        return ahead;
    }

    @Override
    public TimeSource time() {
        return pipeline.time();
    }

    @Override
    public void close() {
        target.lifeline().close();
    }

    @Override
    public String toString() {
        return "connection to " + target.site();
    }
}
