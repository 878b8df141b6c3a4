package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ApiAnswer;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.LocalContentException;
import dev.confluencekit.core.internal.pipeline.AttemptFailure.Remedy;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Asks a media host for a file, with nothing of ours but the signed address and the library's name. The gate is the site's and
 * has no say here. The address is a secret as long as it is valid, so that no message quotes it.
 */
final class MediaExchange {
    /** Redirects of the site and of the media host together. */
    private static final int MOST_HOPS = 3;

    private static final int LONGEST_REFUSAL = 64 * 1024;

    private final PipelineSettings settings;
    private final Transport transport;
    private final TimeSource time;
    private final Classifier classifier;

    MediaExchange(PipelineSettings settings, Transport transport, TimeSource time, Classifier classifier) {
        this.settings = settings;
        this.transport = transport;
        this.time = time;
        this.classifier = classifier;
    }

    /** Asks once for the file, or for what is missing of it; returns normally when it is whole. */
    void fetch(ApiRequest request, URI signed, MediaHosts hosts, ArrivingFile file)
            throws AttemptFailure, InterruptedException {
        URI address = signed;
        for (int hop = 1; true; hop++) {
            TransportResponse answer = ask(request, address, file);
            if (!Expectation.isRedirect(answer.status())) {
                requireWhole(answer, file);
                return;
            }
            try {
                URI next = hosts.follow(answer.headers());
                if (hop == MOST_HOPS) {
                    throw MediaHosts.tooMany(next);
                }
                address = next;
            } catch (MediaHosts.Refused refused) {
                throw Expectation.untrusted(answer.status(), refused, UnaryOperator.identity());
            }
        }
    }

    private TransportResponse ask(ApiRequest request, URI address, ArrivingFile file)
            throws AttemptFailure, InterruptedException {
        Map<String, String> headers = new LinkedHashMap<>(file.rangeHeaders());
        headers.put("Accept", "*/*");
        headers.put("User-Agent", settings.userAgent());
        TransportRequest wire =
                new TransportRequest("GET", address, headers, null, settings.attemptTimeout(), LONGEST_REFUSAL);
        try {
            TransportResponse answer = transport.transfer(wire, file);
            file.beginAnewIfDue();
            return answer;
        } catch (TransportFault fault) {
            if (fault.kind() == FaultKind.TOO_LARGE) {
                throw refused(fault.status(), Optional.empty(), false);
            }
            throw classifier.ofFault(request, fault, withoutSignature(address));
        } catch (ArrivingFile.TooMuch e) {
            throw misfit(new ArrivingFile.Misfit(String.valueOf(e.getMessage()), false), 200);
        } catch (ArrivingFile.LandingFailed e) {
            if (e.failure() instanceof ClosedByInterruptException) {
                throw interrupted();
            }
            throw local(e.failure());
        } catch (IOException e) {
            throw local(e);
        }
    }

    private static UnaryOperator<String> withoutSignature(URI address) {
        String query = address.getRawQuery();
        return text -> query == null || query.isEmpty() ? text : text.replace(query, "…");
    }

    /** A file's channel notices an interrupt by itself. */
    private static InterruptedException interrupted() {
        // The flag is set, and is taken back as by any other wait.
        return Thread.interrupted() ? new InterruptedException() : new InterruptedException("while writing");
    }

    static AttemptFailure local(IOException failure) {
        return new AttemptFailure(Remedy.NONE, null, false, (call, at) -> new LocalContentException(call, failure));
    }

    private void requireWhole(TransportResponse answer, ArrivingFile file) throws AttemptFailure {
        int status = answer.status();
        ArrivingFile.Misfit misfit = file.misfit();
        if (misfit != null) {
            file.forgetValidator();
            throw misfit(misfit, status);
        }
        if (status == 412 || status == 416) {
            boolean anew = file.askedForRest();
            file.forgetValidator();
            throw misfit(new ArrivingFile.Misfit("the file cannot be continued", anew), status);
        }
        if (status != 200 && status != 206) {
            throw refused(status, RetryAfter.of(answer.headers(), time.now()), Classifier.isEdgeFault(answer));
        }
        if (!file.isWhole()) {
            String problem = "only " + file.have() + " of " + file.total().orElse(0) + " bytes of the file arrived";
            throw new AttemptFailure(
                    Remedy.RETRY,
                    null,
                    false,
                    (call, at) -> new ConfluenceTransportException(call, FaultKind.INCOMPLETE_BODY, problem));
        }
    }

    private static AttemptFailure misfit(ArrivingFile.Misfit misfit, int status) {
        return new AttemptFailure(
                misfit.anewMayHelp() ? Remedy.RETRY : Remedy.NONE,
                null,
                false,
                (call, at) -> new ConfluenceProtocolException(call, status, misfit.problem()));
    }

    private AttemptFailure refused(int status, Optional<Duration> asked, boolean edge) {
        boolean passing = edge || status == 408 || status == 425 || status == 429 || status >= 500 && status != 501;
        ApiAnswer answer = new ApiAnswer(
                status,
                "the media host refused to give the file",
                List.of(),
                null,
                asked.map(wait -> time.now().plus(wait)).orElse(null),
                passing,
                null);
        return new AttemptFailure(
                passing ? Remedy.RETRY : Remedy.NONE,
                asked.orElse(null),
                false,
                (call, retryAt) -> new ConfluenceApiException(
                        call, retryAt == null ? answer : answer.withRetryAt(retryAt), "Try the download again later."));
    }
}
