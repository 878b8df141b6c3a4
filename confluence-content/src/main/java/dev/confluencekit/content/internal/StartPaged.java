package dev.confluencekit.content.internal;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Listings of v1 that page by the place of their first row. How many rows came says where the next batch begins: the
 * service may give less than was asked for, and the place in its next link is not to be trusted. They end where an answer
 * is empty, or has links but none to a next one.
 */
public final class StartPaged {
    private static final int LIMIT = 200;

    private StartPaged() {}

    /** Lists the rows of answers; {@code request} begins each request, and cursors are places. */
    public static <A, T> Paged<T> of(
            ConfluenceConnection connection,
            Supplier<ApiRequest.Builder> request,
            Class<A> answer,
            Function<A, List<T>> rows,
            Function<A, @Nullable Map<String, Object>> links) {
        String listing = request.get().build().toString();
        SteppedPaged.Step<T> step = from -> {
            int start = from == null ? 0 : place(from);
            A got = connection.fetch(
                    request.get().query("start", start).query("limit", LIMIT).build(), answer);
            List<T> items = rows.apply(got);
            Map<String, Object> known = links.apply(got);
            boolean ended = items.isEmpty() || known != null && known.get("next") == null;
            return new Batch<>(items, ended ? null : Cursor.of(Integer.toString(start + items.size())));
        };
        return new SteppedPaged<>(listing, () -> step);
    }

    private static int place(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.value());
        } catch (NumberFormatException e) {
            throw new InvalidArgumentException("cursor", "is none of this listing");
        }
    }
}
