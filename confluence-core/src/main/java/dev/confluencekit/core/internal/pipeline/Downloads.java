package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.FailedCall;
import dev.confluencekit.core.internal.pipeline.AttemptFailure.Remedy;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.CallOptions;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transfer.Downloaded;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files: asks the site for the signed address, the media host for the bytes, and both again after a passing fault,
 * since an address does not stay valid for long. Its time is bounded by standing still, not as a whole.
 */
final class Downloads {
    /** Tries in a row that brought no byte that was not there before. */
    private static final int MOST_BARREN = 4;

    private static final int MOST_TRIES = 32;

    private final CallPipeline pipeline;
    private final RetryPolicy policy;
    private final MediaExchange media;
    private final TimeSource time;

    Downloads(CallPipeline pipeline, RetryPolicy policy, MediaExchange media, TimeSource time) {
        this.pipeline = pipeline;
        this.policy = policy;
        this.media = media;
        this.time = time;
    }

    Downloaded fetch(
            CallTarget target, ApiRequest request, CallOptions options, Download download, Duration longestWait) {
        Fetch fetch = new Fetch(target, request, options, longestWait);
        try (Landing landing = Landing.of(download)) {
            ArrivingFile file = new ArrivingFile(landing, download, target.lifeline());
            fetch.run(file);
            landing.finish();
            return new Downloaded(file.have(), file.mediaType());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException(request + " was interrupted");
        } catch (IOException e) {
            throw fetch.failed(MediaExchange.local(e), null);
        }
    }

    /** One download under way. */
    private final class Fetch {
        private final CallTarget target;
        private final ApiRequest request;
        private final CallOptions options;
        private final Duration longestWait;
        private final Deadline since;
        private final MediaHosts hosts;
        private final List<ConfluenceException> earlier = new ArrayList<>();
        private int tries;

        Fetch(CallTarget target, ApiRequest request, CallOptions options, Duration longestWait) {
            this.target = target;
            this.request = request;
            this.options = options;
            this.longestWait = longestWait;
            this.since = new Deadline(time, longestWait);
            this.hosts = new MediaHosts(target.site());
        }

        void run(ArrivingFile file) throws InterruptedException {
            int barren = 0;
            long most = 0;
            while (true) {
                URI signed = pipeline.call(target, request, options, Expectation.redirect(hosts));
                tries++;
                try {
                    media.fetch(request, signed, hosts, file);
                    return;
                } catch (AttemptFailure failure) {
                    barren = file.have() > most ? 1 : barren + 1;
                    most = Math.max(most, file.have());
                    target.lifeline().ensureOpen();
                    boolean goOn = failure.remedy() != Remedy.NONE
                            && options.retries()
                            && barren < MOST_BARREN
                            && tries < MOST_TRIES
                            && file.canGoOn();
                    if (!goOn) {
                        throw failed(failure, null);
                    }
                    waitAfter(failure, barren);
                }
            }
        }

        private void waitAfter(AttemptFailure failure, int failures) throws InterruptedException {
            Duration wait = policy.waitAfter(failure, failures);
            if (wait.compareTo(longestWait) >= 0) {
                throw failed(failure, time.now().plus(wait));
            }
            earlier.add(failure.toException(describe(), null));
            time.await(wait, target.lifeline().wakeUp());
            target.lifeline().ensureOpen();
        }

        ConfluenceException failed(AttemptFailure failure, @Nullable Instant retryAt) {
            ConfluenceException thrown = failure.toException(describe(), retryAt);
            earlier.forEach(thrown::addSuppressed);
            return thrown;
        }

        private FailedCall describe() {
            return new FailedCall(request.operation(), request.method(), request.path(), tries, since.elapsed(), false);
        }
    }
}
