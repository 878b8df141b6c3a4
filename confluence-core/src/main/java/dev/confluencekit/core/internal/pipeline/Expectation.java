package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.UntrustedRedirectException;
import dev.confluencekit.core.internal.pipeline.AttemptFailure.Remedy;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.request.RawAnswer;
import dev.confluencekit.core.transport.TransportResponse;
import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a call takes for a success, and what it makes of it. */
public abstract class Expectation<T> {
    private static final Set<Integer> SUCCESS = Set.of(200, 201, 202, 204);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private Expectation() {}

    /** Whether a status is the one that was hoped for. */
    boolean isMet(ApiRequest request, int status) {
        return SUCCESS.contains(status);
    }

    abstract T read(AnswerReader reader, ApiRequest request, TransportResponse answer, UnaryOperator<String> redact)
            throws AttemptFailure;

    /** JSON that is decoded. */
    static <T> Expectation<T> json(AnswerDecoder<T> decoder) {
        return new Expectation<T>() {
            @Override
            boolean isMet(ApiRequest request, int status) {
                return "GET".equals(request.method()) ? status == 200 : super.isMet(request, status);
            }

            @Override
            T read(AnswerReader reader, ApiRequest request, TransportResponse answer, UnaryOperator<String> redact)
                    throws AttemptFailure {
                return reader.decode(request, answer, decoder, redact);
            }
        };
    }

    /** Only that it was done; gives the status. */
    public static Expectation<Integer> done() {
        return new Expectation<Integer>() {
            @Override
            Integer read(
                    AnswerReader reader, ApiRequest request, TransportResponse answer, UnaryOperator<String> redact)
                    throws AttemptFailure {
                if (answer.body().size() > 0) {
                    // A login page is no success, whatever its status.
                    reader.requireJson(answer, redact);
                }
                return answer.status();
            }
        };
    }

    /** The answer as it is, if it is JSON or nothing. */
    public static Expectation<RawAnswer> raw(JsonCodec codec) {
        return new Expectation<RawAnswer>() {
            @Override
            RawAnswer read(
                    AnswerReader reader, ApiRequest request, TransportResponse answer, UnaryOperator<String> redact)
                    throws AttemptFailure {
                boolean mayBeEmpty = answer.status() == 204 || !request.isSafe();
                String json = mayBeEmpty && answer.body().size() == 0
                        ? ""
                        : reader.decode(request, answer, RawText.validatedBy(codec), redact);
                return new RawAnswer(answer.status(), json, RawText.headers(answer.headers(), redact));
            }
        };
    }

    /** A redirect to a media host. */
    static Expectation<URI> redirect(MediaHosts hosts) {
        return new Expectation<URI>() {
            @Override
            boolean isMet(ApiRequest request, int status) {
                return REDIRECTS.contains(status);
            }

            @Override
            URI read(AnswerReader reader, ApiRequest request, TransportResponse answer, UnaryOperator<String> redact)
                    throws AttemptFailure {
                try {
                    return hosts.follow(answer.headers());
                } catch (MediaHosts.Refused refused) {
                    throw untrusted(answer.status(), refused, redact);
                }
            }
        };
    }

    static boolean isRedirect(int status) {
        return REDIRECTS.contains(status);
    }

    static AttemptFailure untrusted(int status, MediaHosts.Refused refused, UnaryOperator<String> redact) {
        String host = ErrorBody.clip(redact.apply(refused.host()), 253);
        return new AttemptFailure(
                Remedy.NONE,
                null,
                false,
                (call, at) -> new UntrustedRedirectException(call, status, host, refused.problem()));
    }
}
