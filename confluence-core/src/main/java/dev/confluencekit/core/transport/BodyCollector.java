package dev.confluencekit.core.transport;

import dev.confluencekit.core.error.FaultKind;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps the buffers of a body as they arrive and cuts the exchange off when they pass the limit. */
final class BodyCollector implements HttpResponse.BodySubscriber<ReceivedBody> {
    /** As many digits as a long takes in any case. */
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final CompletableFuture<ReceivedBody> result = new CompletableFuture<>();
    private final List<ByteBuffer> received = new ArrayList<>();
    private final int status;
    private final long limit;
    private final @Nullable TransportFault refusal;
    private long size;
    private Flow.@Nullable Subscription subscription;

    private BodyCollector(int status, long limit, @Nullable TransportFault refusal) {
        this.status = status;
        this.limit = limit;
        this.refusal = refusal;
    }

    static BodyCollector forAnswer(HttpResponse.ResponseInfo info, long limit) {
        return new BodyCollector(info.statusCode(), limit, refusal(info, limit));
    }

    static @Nullable TransportFault refusal(HttpResponse.ResponseInfo info, long limit) {
        List<String> lengths =
                info.headers().allValues("content-length").stream().distinct().toList();
        if (lengths.size() > 1) {
            // The JDK takes the first one silently, and the rest of the bytes for the next answer.
            return new TransportFault(FaultKind.PROTOCOL, "the answer names several lengths of itself", "", 1);
        }
        if (!lengths.isEmpty() && !LENGTH.matcher(lengths.get(0)).matches()) {
            return new TransportFault(FaultKind.PROTOCOL, "the answer names a length that is none", "", 1);
        }
        if (!lengths.isEmpty() && Long.parseLong(lengths.get(0)) > limit) {
            return TransportFault.tooLarge(info.statusCode(), limit);
        }
        return null;
    }

    /** Why the answer is refused by its headers alone; null if it is not. */
    @Nullable
    TransportFault refusal() {
        return refusal;
    }

    @Override
    public CompletionStage<ReceivedBody> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription != null) {
            given.cancel();
            return;
        }
        subscription = given;
        if (refusal != null) {
            given.cancel();
            result.completeExceptionally(refusal);
            return;
        }
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (result.isDone()) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            size += buffer.remaining();
            received.add(buffer);
        }
        if (size > limit) {
            if (subscription != null) {
                subscription.cancel();
            }
            received.clear();
            result.completeExceptionally(TransportFault.tooLarge(status, limit));
        }
    }

    @Override
    public void onError(Throwable failure) {
        received.clear();
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ReceivedBody body = ReceivedBody.of(received);
        // The client may keep a finished exchange until the connection's next one.
        received.clear();
        result.complete(body);
    }
}
