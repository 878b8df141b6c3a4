package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.error.ConfluenceProtocolException;
import dev.confluencekit.core.error.ConfluenceTransportException;
import dev.confluencekit.core.error.FaultKind;
import dev.confluencekit.core.error.ResponseTooLargeException;
import dev.confluencekit.core.internal.pipeline.AttemptFailure.Remedy;
import dev.confluencekit.core.json.JsonException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.transport.TransportResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** Decompresses and decodes an answer within the byte limit. */
final class AnswerReader {
    private static final int LONGEST_ERROR = 64 * 1024;
    private static final Set<String> READABLE = Set.of("", "identity", "gzip", "x-gzip");

    private final long maxBytes;

    AnswerReader(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Makes the result of a successful answer. */
    <T> T decode(ApiRequest request, TransportResponse answer, AnswerDecoder<T> decoder, UnaryOperator<String> redact)
            throws AttemptFailure {
        int status = answer.status();
        requireJson(answer, redact);
        BoundedStream body;
        try {
            body = new BoundedStream(decompressed(answer, answer.body().drain()), maxBytes);
        } catch (IOException e) {
            throw incomplete(request, "the compressed answer is damaged");
        }
        try {
            return decoder.decode(answer.headers(), body);
        } catch (JsonException e) {
            throw ofJson(request, status, e, body, redact);
        } catch (IOException e) {
            throw ofStream(request, status, body);
        }
    }

    /** Fails where something else than Confluence has answered, by the look of it. */
    void requireJson(TransportResponse answer, UnaryOperator<String> redact) throws AttemptFailure {
        String type = contentType(answer, redact);
        if (!type.isEmpty() && !type.contains("json")) {
            int status = answer.status();
            String excerpt = ErrorBody.excerpt(firstBytes(answer), type, redact);
            throw new AttemptFailure(
                    Remedy.NONE,
                    null,
                    false,
                    (call, at) -> new ConfluenceProtocolException(
                            call,
                            status,
                            "the answer is no JSON; a login page, a proxy or a firewall may stand in front of the"
                                    + " site: " + excerpt));
        }
    }

    private AttemptFailure ofJson(
            ApiRequest request, int status, JsonException e, BoundedStream body, UnaryOperator<String> redact) {
        if (body.failure() != null) {
            return ofStream(request, status, body);
        }
        String problem = redact.apply(String.valueOf(e.getMessage()));
        if (e.problem() == JsonException.Problem.CUT_OFF) {
            return incomplete(request, problem);
        }
        boolean garbled = e.problem() == JsonException.Problem.NOT_JSON;
        return new AttemptFailure(
                garbled && request.isSafe() ? Remedy.RETRY : Remedy.NONE,
                null,
                !request.isSafe(),
                (call, at) -> new ConfluenceProtocolException(call, status, problem));
    }

    private AttemptFailure ofStream(ApiRequest request, int status, BoundedStream body) {
        if (body.isExhausted()) {
            return tooLarge(request, status);
        }
        return incomplete(request, "the compressed answer is damaged or broke off");
    }

    /** The limit was crossed by the bytes as sent or by the decoded ones: the same to a caller. */
    AttemptFailure tooLarge(ApiRequest request, int status) {
        return new AttemptFailure(
                Remedy.NONE,
                null,
                !request.isSafe(),
                (call, at) -> new ResponseTooLargeException(call, status, maxBytes));
    }

    private static AttemptFailure incomplete(ApiRequest request, String problem) {
        return new AttemptFailure(
                request.isSafe() ? Remedy.RETRY : Remedy.NONE,
                null,
                !request.isSafe(),
                (call, at) -> new ConfluenceTransportException(
                        call, FaultKind.INCOMPLETE_BODY, "the answer is incomplete: " + problem));
    }

    /** The beginning of an error's body, decompressed; what cannot be decompressed counts as no body. */
    byte[] firstBytes(TransportResponse answer) {
        if (!isReadable(answer)) {
            return new byte[0];
        }
        try (InputStream in = decompressed(answer, answer.body().open())) {
            return in.readNBytes(LONGEST_ERROR);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static InputStream decompressed(TransportResponse answer, InputStream body) throws IOException {
        return encoding(answer).endsWith("gzip") ? new GZIPInputStream(body, 16 * 1024) : body;
    }

    /** Whether the body is in a form that was asked for. */
    static boolean isReadable(TransportResponse answer) {
        return READABLE.contains(encoding(answer));
    }

    /** Several headers count as one list: something that was compressed twice is not readable. */
    private static String encoding(TransportResponse answer) {
        return String.join(",", answer.headers().allValues("content-encoding"))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** In lower case, and masked before that: a key in lower case would not be recognised any more. */
    static String contentType(TransportResponse answer, UnaryOperator<String> redact) {
        return redact.apply(answer.header("content-type").orElse("")).toLowerCase(Locale.ROOT);
    }
}
