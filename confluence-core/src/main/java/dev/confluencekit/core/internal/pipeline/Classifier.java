package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ApiAnswer;
import dev.confluencekit.core.error.AuthenticationException;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.Denial;
import dev.confluencekit.core.error.DuplicateTitleException;
import dev.confluencekit.core.error.FailedCall;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.GoneException;
import dev.confluencekit.core.error.MissingScopeException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.error.PermissionDeniedException;
import dev.confluencekit.core.error.RateLimitedException;
import dev.confluencekit.core.error.RequestTooLargeException;
import dev.confluencekit.core.error.ServerErrorException;
import dev.confluencekit.core.internal.pipeline.AttemptFailure.Remedy;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says what an answer or a fault means: success, or which failure, and whether sending it again can help. */
final class Classifier {
    private static final List<String> REQUEST_ID_HEADERS =
            List.of("atl-request-id", "x-request-id", "x-arequestid", "atl-traceid");

    private static final int LONGEST_DETAIL = 200;

    private final JsonCodec codec;
    private final AnswerReader reader;
    private final TimeSource time;

    Classifier(JsonCodec codec, AnswerReader reader, TimeSource time) {
        this.codec = codec;
        this.reader = reader;
        this.time = time;
    }

    /** Returns normally for a success. */
    void requireSuccess(
            ApiRequest request, TransportResponse answer, Expectation<?> expected, UnaryOperator<String> redact)
            throws AttemptFailure {
        int status = answer.status();
        boolean success = expected.isMet(request, status);
        if (success && AnswerReader.isReadable(answer)) {
            return;
        }
        if (success) {
            throw protocol(request, status, "it is in an encoding that was not asked for");
        }
        if (status >= 300 && status < 400) {
            throw protocol(request, status, redirect(answer, redact));
        }
        if (status < 400 || status > 599) {
            throw protocol(request, status, "this operation has no such answer");
        }
        throw refusal(request, answer, redact);
    }

    /** Whether a 401 comes from the gateway and says that the key is good but lacks a scope. */
    boolean isMissingScope(TransportResponse answer) {
        if (answer.status() != 401) {
            return false;
        }
        return answer.header("x-failure-category").orElse("").contains("SCOPE")
                || errorBody(answer, UnaryOperator.identity())
                        .message()
                        .toLowerCase(Locale.ROOT)
                        .contains("scope does not match");
    }

    /** Whether a 403 may be about the key and the way that it took; a passing one is about neither. */
    static boolean isRefusalOfAccess(TransportResponse answer) {
        return answer.status() == 403 && !isThrottling(answer) && !isEdgeFault(answer);
    }

    /** Why the caller was not let in, if the answer says so. */
    @Nullable
    Denial denial(TransportResponse answer) {
        boolean refusal = answer.status() == 401 || isRefusalOfAccess(answer);
        return refusal ? denial(answer, errorBody(answer, UnaryOperator.identity())) : null;
    }

    private static @Nullable Denial denial(TransportResponse answer, ErrorBody body) {
        if (answer.status() != 401 && !isRefusalOfAccess(answer)) {
            return null;
        }
        boolean denied = answer.headers().allValues("x-seraph-loginreason").stream()
                .anyMatch(reason -> reason.contains("AUTHENTICATION_DENIED"));
        boolean challenged = answer.headers().allValues("x-authentication-denied-reason").stream()
                .anyMatch(reason -> reason.contains("CAPTCHA"));
        if (denied || challenged) {
            return Denial.CAPTCHA;
        }
        String message = body.message().toLowerCase(Locale.ROOT);
        if (answer.status() == 401) {
            return message.contains("authentication with passwords is deprecated") ? Denial.PASSWORD : null;
        }
        boolean json =
                AnswerReader.contentType(answer, UnaryOperator.identity()).contains("json");
        return json && message.contains("not permitted to use confluence") ? Denial.NOT_A_USER : null;
    }

    /** Whether the site refuses everybody for a while. */
    static boolean isThrottling(TransportResponse answer) {
        return answer.status() == 429
                || answer.status() == 403
                        && !answer.headers().allValues("retry-after").isEmpty();
    }

    /** How long the answer asks to wait, if it does. */
    Optional<Duration> askedWait(TransportResponse answer) {
        return RetryAfter.of(answer.headers(), time.now());
    }

    private AttemptFailure refusal(ApiRequest request, TransportResponse answer, UnaryOperator<String> redact) {
        int status = answer.status();
        ErrorBody body = errorBody(answer, redact);
        Optional<Duration> asked =
                status == 429 || status == 503 || status == 403 ? askedWait(answer) : Optional.empty();
        boolean throttled = isThrottling(answer);
        boolean scope = isMissingScope(answer);
        ApiAnswer told = new ApiAnswer(
                status,
                body.message(),
                body.errors(),
                requestId(answer, redact),
                asked.map(wait -> time.now().plus(wait)).orElse(null),
                throttled || isPassing(answer),
                denial(answer, body));
        return new AttemptFailure(
                remedy(request, answer, throttled),
                asked.orElse(null),
                !request.isSafe() && (status >= 500 || status == 408 || isEdgeFault(answer)),
                (call, retryAt) ->
                        exception(call, retryAt == null ? told : told.withRetryAt(retryAt), throttled, scope));
    }

    private Remedy remedy(ApiRequest request, TransportResponse answer, boolean throttled) {
        int status = answer.status();
        boolean repeatable = switch (status) {
            case 425 -> true;
            case 408 -> !"POST".equals(request.method()) || request.isSafe();
            case 504 -> request.isSafe() && !request.isShrinkable();
            case 500, 502, 503 -> request.isSafe();
            case 403, 404 -> request.isSafe() && isEdgeFault(answer);
            default -> false;
        };
        if (throttled) {
            return Remedy.RETRY_WHEN_ALLOWED;
        }
        return repeatable ? Remedy.RETRY : Remedy.NONE;
    }

    /** Whether a refusal is about what was asked, which shows that the key was accepted on its way there. */
    boolean isAnsweredByConfluence(TransportResponse answer) {
        return switch (answer.status()) {
            case 400, 404, 409, 410, 412 ->
                !isEdgeFault(answer)
                        && AnswerReader.contentType(answer, UnaryOperator.identity())
                                .contains("json");
            default -> false;
        };
    }

    private static boolean isPassing(TransportResponse answer) {
        return switch (answer.status()) {
            case 408, 425, 500, 502, 503, 504 -> true;
            default -> isEdgeFault(answer);
        };
    }

    /** Under load the edge turns good calls into 403s and 404s for a while. */
    static boolean isEdgeFault(TransportResponse answer) {
        return (answer.status() == 403 || answer.status() == 404)
                && answer.header("x-cache").orElse("").toLowerCase(Locale.ROOT).contains("error from cloudfront");
    }

    private static ConfluenceException exception(FailedCall call, ApiAnswer answer, boolean throttled, boolean scope) {
        if (throttled) {
            return new RateLimitedException(call, answer);
        }
        if (isDuplicateTitle(answer)) {
            return new DuplicateTitleException(call, answer);
        }
        return switch (answer.status()) {
            case 400 -> new BadRequestException(call, answer);
            case 401 -> scope ? new MissingScopeException(call, answer) : new AuthenticationException(call, answer);
            case 403 -> new PermissionDeniedException(call, answer);
            case 404 -> new NotFoundException(call, answer);
            case 409, 412 -> new ConflictException(call, answer);
            case 410 -> new GoneException(call, answer);
            case 413, 414, 431 -> new RequestTooLargeException(call, answer);
            default ->
                answer.status() >= 500
                        ? new ServerErrorException(call, answer)
                        : new ConfluenceApiException(call, answer, "");
        };
    }

    /** There is no code for it, only these words; one tenant says 409 where all others say 400. */
    private static boolean isDuplicateTitle(ApiAnswer answer) {
        String message = answer.message().toLowerCase(Locale.ROOT);
        return (answer.status() == 400 || answer.status() == 409)
                && (message.contains("with this title already exists")
                        || message.contains("already exists with the same title")
                        || message.contains("already exists with the title"));
    }

    /** What a fault of the transport means. */
    AttemptFailure ofFault(ApiRequest request, TransportFault fault, UnaryOperator<String> redact) {
        return ofFault(request, fault, redact, !request.isSafe() && fault.kind().mayHaveReachedServer());
    }

    /** What a fault in the middle of an upload means: what has not been sent to its end has not been stored. */
    AttemptFailure ofCutUpload(ApiRequest request, TransportFault fault, UnaryOperator<String> redact) {
        return ofFault(request, fault, redact, false);
    }

    private AttemptFailure ofFault(
            ApiRequest request, TransportFault fault, UnaryOperator<String> redact, boolean outcomeUnknown) {
        FaultKind kind = fault.kind();
        if (kind == FaultKind.TOO_LARGE) {
            return reader.tooLarge(request, fault.status());
        }
        String detail = fault.detail().isEmpty()
                ? String.valueOf(fault.getMessage())
                : fault.getMessage() + " [" + ErrorBody.clip(redact.apply(fault.detail()), LONGEST_DETAIL) + "]";
        boolean repeatable = switch (kind) {
            case CONNECTION_REFUSED, UNKNOWN_HOST, CONNECT_TIMEOUT, HANDSHAKE_LOST -> true;
            case TIMEOUT, CONNECTION_LOST, INCOMPLETE_BODY -> !outcomeUnknown;
            case TLS, PROXY_REFUSED, PROTOCOL, TOO_LARGE, NOT_SENT_IN_TIME, TOO_MANY_WAITING -> false;
        };
        return new AttemptFailure(
                repeatable ? Remedy.RETRY : Remedy.NONE,
                null,
                outcomeUnknown,
                (call, at) -> new ConfluenceTransportException(call, kind, detail));
    }

    private static AttemptFailure protocol(ApiRequest request, int status, String problem) {
        return new AttemptFailure(
                Remedy.NONE,
                null,
                !request.isSafe(),
                (call, at) -> new ConfluenceProtocolException(call, status, problem));
    }

    private static String redirect(TransportResponse answer, UnaryOperator<String> redact) {
        String to =
                answer.header("location").map(redact).map(Classifier::hostOf).orElse("nowhere");
        return "the call was redirected to " + to + ", which is not followed; the domain may be wrong, or single"
                + " sign-on stands in front of the site";
    }

    private static String hostOf(String location) {
        try {
            String host = URI.create(location).getHost();
            return host == null ? "another path" : host;
        } catch (IllegalArgumentException e) {
            return "an address that cannot be read";
        }
    }

    private ErrorBody errorBody(TransportResponse answer, UnaryOperator<String> redact) {
        return ErrorBody.read(reader.firstBytes(answer), AnswerReader.contentType(answer, redact), codec, redact);
    }

    private static @Nullable String requestId(TransportResponse answer, UnaryOperator<String> redact) {
        return REQUEST_ID_HEADERS.stream()
                .flatMap(name -> answer.header(name).stream())
                .findFirst()
                .map(id -> ErrorBody.clip(redact.apply(id), LONGEST_DETAIL))
                .orElse(null);
    }

    /** The pause that an earlier 429 imposed outlasts the call's time, so nothing is sent at all. */
    static AttemptFailure paused(Instant until) {
        ApiAnswer answer = new ApiAnswer(
                429, "an earlier answer asked all callers of this site to pause", List.of(), null, until, true, null);
        return new AttemptFailure(Remedy.NONE, null, false, (call, at) -> new RateLimitedException(call, answer));
    }
}
