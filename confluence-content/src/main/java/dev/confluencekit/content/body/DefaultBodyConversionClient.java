package dev.confluencekit.content.body;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.time.TimeSource;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Conversion over a connection. It changes nothing, so that beginning it again does no harm. */
final class DefaultBodyConversionClient implements BodyConversionClient {
    private static final String CONVERT = "/wiki/rest/api/contentbody/convert/async";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ConfluenceConnection connection;
    private final Duration limit;

    DefaultBodyConversionClient(ConfluenceConnection connection, Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new InvalidArgumentException("limit", "must be positive");
        }
        this.connection = connection;
        this.limit = limit;
    }

    @Override
    public String convert(NewBody body, PageBodyFormat to) {
        return converted(body, to, null);
    }

    @Override
    public String convert(NewBody body, PageBodyFormat to, ContentId context) {
        return converted(body, to, context);
    }

    private String converted(NewBody body, PageBodyFormat to, @Nullable ContentId context) {
        ApiRequest request = ApiRequest.of("POST", "asyncConvertContentBodyRequest", CONVERT + "/{to}")
                .path("to", to.representation())
                .query("contentIdContext", context == null ? null : context.value())
                .safe()
                .jsonBody(new JsonBody()
                        .with("value", body.value())
                        .with("representation", body.representation())
                        .json())
                .build();
        String id = connection.fetch(request, ConversionAnswer.class).asyncId();
        if (id == null) {
            throw new BodyConversionException("The service began a conversion without saying which.");
        }
        return result(id);
    }

    private String result(String id) {
        TimeSource time = connection.time();
        long start = time.nanoTime();
        Duration pause = FIRST_PAUSE;
        ApiRequest question = ApiRequest.get("asyncConvertContentBodyResponse", CONVERT + "/{id}")
                .path("id", id)
                .build();
        while (true) {
            ConversionAnswer answer = connection.fetch(question, ConversionAnswer.class);
            String status = Objects.requireNonNullElse(answer.status(), "");
            String value = answer.value();
            if (status.equals("COMPLETED") && value != null) {
                return value;
            }
            if (status.equals("FAILED") || status.equals("COMPLETED")) {
                throw new BodyConversionException("The body could not be converted: "
                        + Objects.requireNonNullElse(answer.error(), "the service did not say why") + ".");
            }
            Duration left = limit.minusNanos(time.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                throw new BodyConversionException(
                        "The body was not converted within " + limit.toSeconds() + " s (" + status + ").");
            }
            pause(time, pause.compareTo(left) < 0 ? pause : left);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static void pause(TimeSource time, Duration pause) {
        try {
            time.await(pause, new CountDownLatch(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException("The wait for a converted body was interrupted.");
        }
    }
}
