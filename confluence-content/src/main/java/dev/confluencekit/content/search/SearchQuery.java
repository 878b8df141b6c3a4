package dev.confluencekit.content.search;

import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What to search for, and where. Unless told otherwise: in spaces that are in use, 100 results a response.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class SearchQuery {
    private final Fields fields;

    private SearchQuery(Fields fields) {
        this.fields = fields;
    }

    /**
     * A search.
     *
     * @param cql the query
     * @return what to search for
     */
    public static SearchQuery of(Cql cql) {
        return new SearchQuery(new Fields(cql));
    }

    /**
     * Also in archived spaces. Only {@link SearchClient#search} knows it.
     *
     * @return a changed copy
     */
    public SearchQuery includeArchivedSpaces() {
        return with(f -> f.archivedSpaces = true);
    }

    /**
     * The most results of one response; the service may give fewer. Keep searches narrow by space and time: with many
     * responses, the service's own cursors grow until it refuses them.
     *
     * @param size 1 to 250
     * @return a changed copy
     * @throws dev.confluencekit.core.error.InvalidArgumentException if it is out of range
     */
    public SearchQuery batchSize(int size) {
        int checked = Batch.checkSize(size);
        return with(f -> f.batchSize = checked);
    }

    /**
     * Where to begin, to resume a search of the same query.
     *
     * @param cursor what {@link Batch#next()} gave
     * @return a changed copy
     */
    public SearchQuery cursor(Cursor cursor) {
        return with(f -> f.cursor = cursor);
    }

    private SearchQuery with(Consumer<Fields> change) {
        Fields copy = new Fields(fields.cql);
        copy.archivedSpaces = fields.archivedSpaces;
        copy.batchSize = fields.batchSize;
        copy.cursor = fields.cursor;
        change.accept(copy);
        return new SearchQuery(copy);
    }

    Fields fields() {
        return fields;
    }

    /** The parts; changed only while a copy is being made. */
    static final class Fields {
        final Cql cql;
        boolean archivedSpaces;
        int batchSize = 100;

        @Nullable
        Cursor cursor;

        Fields(Cql cql) {
            this.cql = cql;
        }
    }
}
