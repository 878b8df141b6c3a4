package dev.confluencekit.core;

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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One Confluence site under one credential: what the typed clients call through. Calls block; they can be interrupted
 * and end with their deadline. Safe for use by many threads.
 *
 * <p>Every method that calls the service throws {@link dev.confluencekit.core.error.ConfluenceException}: the answer
 * as a {@link dev.confluencekit.core.error.ConfluenceApiException}, a lost or slow connection as a
 * {@link dev.confluencekit.core.error.ConfluenceTransportException}, an answer that makes no sense as a
 * {@link dev.confluencekit.core.error.ConfluenceProtocolException}.
 */
public interface ConfluenceConnection extends AutoCloseable {
    /**
     * The site.
     *
     * @return the site that this connection was opened to
     */
    ConfluenceSite site();

    /**
     * Makes a call and decodes its JSON answer.
     *
     * @param request the request
     * @param answer the record to decode into
     * @param <T> the record to decode into
     * @return the answer
     */
    <T> T fetch(ApiRequest request, Class<T> answer);

    /**
     * Makes a call whose answer holds nothing of interest, such as a deletion. Done means status 200, 201, 202 or 204.
     *
     * @param request the request
     */
    void send(ApiRequest request);

    /**
     * Makes a call and gives its answer as it came, for operations that have no typed client. It passes through the same
     * gate, retries, limits and checks as every call; refusals are thrown.
     *
     * @param request the request
     * @return the answer, which is JSON or empty
     */
    RawAnswer exchange(ApiRequest request);

    /**
     * Fetches a file from where the answer to a request redirects to. The redirect is followed to Atlassian's media host and
     * nowhere else, and nothing but the signed address goes there. After a passing fault the site is asked for a new address;
     * where the media host proves that it is still the same file, the rest of it is fetched, otherwise all of it.
     *
     * <p>The time limit of a call holds for the questions to the site; the file itself may take any time as long as it
     * does not stand still for longer than a single attempt may take.
     *
     * @param request the request that is answered by a redirect
     * @param download where the file goes to, and what is known of it
     * @return what has arrived
     * @throws dev.confluencekit.core.error.UntrustedRedirectException if the redirect leads anywhere else
     * @throws dev.confluencekit.core.error.LocalContentException if the file or stream to write to fails
     */
    Downloaded download(ApiRequest request, Download download);

    /**
     * Makes a write, and finds out what became of it where its answer was lost. See {@link Reconciler}.
     *
     * @param write makes exactly one writing call through the connection that it is given
     * @param reconciler finds the write's effect
     * @param <T> what the write gives
     * @return what the write gave, or what was found of it
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if it cannot be told whether the write took effect
     */
    <T> T write(Function<? super ConfluenceConnection, ? extends T> write, Reconciler<T> reconciler);

    /**
     * Makes a write with a JSON answer, and finds out what became of it where that was lost. See {@link Reconciler}.
     *
     * @param request the request
     * @param answer the record to decode into
     * @param reconciler finds the write's effect
     * @param <T> the record to decode into
     * @return the answer, or what was found in its place
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if it cannot be told whether the write took effect
     */
    default <T> T write(ApiRequest request, Class<T> answer, Reconciler<T> reconciler) {
        return write(connection -> connection.fetch(request, answer), reconciler);
    }

    /**
     * Prepares a listing that is paged by cursor; nothing is asked before it is read.
     *
     * @param request the request, without cursor and limit
     * @param item the record of a row
     * @param batchSize the most rows of one response, 1 to 250; halved for the rest of a listing where the service
     *     cannot give as much at once
     * @param start where to begin, or null for the beginning
     * @param <T> the record of a row
     * @return the listing
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the batch size is out of range
     */
    <T> Paged<T> list(ApiRequest request, Class<T> item, int batchSize, @Nullable Cursor start);

    /**
     * Finds the site's cloud id, asking the site once, without a credential ({@code GET /_edge/tenant_info}).
     *
     * @return the cloud id
     * @throws dev.confluencekit.core.error.UnsupportedSiteException if no Confluence Cloud lives at the address
     */
    String cloudId();

    /**
     * The route that worked last.
     *
     * @return the route, or empty before the first success
     */
    Optional<SiteRoute> route();

    /**
     * The same connection with other options for its calls.
     *
     * @param options the options
     * @return a view; closing it closes this connection
     */
    ConfluenceConnection with(CallOptions options);

    /**
     * Another handle on this connection, with a life of its own: it shares the credential, the cloud id, the route that was
     * learnt and the place at the site's gate. Closing it ends its own calls only; closing this connection ends both.
     *
     * @return a handle, to be closed by the caller
     * @throws dev.confluencekit.core.error.ConfluenceClosedException if this connection has been closed
     */
    ConfluenceConnection share();

    /**
     * What the site's answers have told of its clock and its limits so far, to this connection and its views and handles.
     * Costs no request.
     *
     * @return what is known; of things that no answer has told yet, nothing
     */
    SiteCondition condition();

    /**
     * The clock of the runtime.
     *
     * @return where this connection gets time from
     */
    TimeSource time();

    /**
     * Waits for a part of a time, decided by the runtime's source of chance, so that several who were in each other's way do not
     * meet again. Blocks the caller's thread.
     *
     * @param most the longest time to wait
     * @throws dev.confluencekit.core.error.ConfluenceInterruptedException if the thread is interrupted
     * @throws dev.confluencekit.core.error.ConfluenceClosedException if the connection is closed
     */
    void pauseUpTo(Duration most);

    /**
     * Where parallel work of this connection runs, such as fetching ahead.
     *
     * @return the executor of the runtime, which is not the caller's to close
     */
    Executor executor();

    /**
     * Ends the connection: further calls, and waits of calls under way, end with
     * {@link dev.confluencekit.core.error.ConfluenceClosedException}. The runtime stays open. Idempotent.
     */
    @Override
    void close();
}
