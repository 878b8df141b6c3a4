package dev.confluencekit.core.internal.paging;

import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A service that answers by a script and writes down what it was asked. */
final class ScriptedListing implements BatchFetcher<Integer> {
    /** What one request asked for; the cursor of the first batch is "start". */
    record Asked(String cursor, int size) {}

    final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final Function<Asked, Batch<Integer>> script;

    ScriptedListing(Function<Asked, Batch<Integer>> script) {
        this.script = script;
    }

    /** So many batches of two rows each: 0, 1 | 2, 3 | …, with the cursors c1, c2, … */
    static ScriptedListing ofBatches(int count) {
        return new ScriptedListing(asked -> {
            int number = numberOf(asked.cursor());
            return batch(number + 1 < count ? "c" + (number + 1) : null, 2 * number, 2 * number + 1);
        });
    }

    /** The number of a batch by its cursor. */
    static int numberOf(String cursor) {
        return cursor.equals("start") ? 0 : Integer.parseInt(cursor.substring(1));
    }

    static Batch<Integer> batch(@Nullable String next, Integer... rows) {
        return new Batch<>(Arrays.asList(rows), next == null ? null : Cursor.of(next));
    }

    @Override
    public Batch<Integer> fetch(@Nullable Cursor from, int size) {
        Asked now = new Asked(from == null ? "start" : from.value(), size);
        asked.add(now);
        return script.apply(now);
    }

    /** The same service, which tells the next cursor before the rows as a Link header does; null tells nothing. */
    BatchFetcher<Integer> telling(UnaryOperator<@Nullable String> toldAtCursor) {
        return new BatchFetcher<>() {
            @Override
            public Batch<Integer> fetch(@Nullable Cursor from, int size) {
                return ScriptedListing.this.fetch(from, size);
            }

            @Override
            public Batch<Integer> fetch(@Nullable Cursor from, int size, Consumer<Cursor> nextSeen) {
                String told = toldAtCursor.apply(from == null ? "start" : from.value());
                if (told != null) {
                    nextSeen.accept(Cursor.of(told));
                }
                return fetch(from, size);
            }
        };
    }

    List<String> cursors() {
        return asked.stream().map(Asked::cursor).toList();
    }

    List<Integer> sizes() {
        return asked.stream().map(Asked::size).toList();
    }

    /** Fetches ahead on the caller's thread, at once. */
    CursorPaged<Integer> paged() {
        return paged(Runnable::run);
    }

    CursorPaged<Integer> paged(Executor ahead) {
        return new CursorPaged<>(this, "GET /things", 250, null, ahead);
    }

    static Integer[] rows(int from, int to) {
        return IntStream.range(from, to).boxed().toArray(Integer[]::new);
    }
}
