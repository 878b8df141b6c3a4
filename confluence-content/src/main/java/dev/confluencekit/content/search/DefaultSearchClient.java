package dev.confluencekit.content.search;

import dev.confluencekit.content.user.User;
import dev.confluencekit.content.user.UsersClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Search over a connection. */
final class DefaultSearchClient implements SearchClient {
    private final ConfluenceConnection connection;
    private volatile @Nullable ZoneId zone;

    DefaultSearchClient(ConfluenceConnection connection, @Nullable ZoneId zone) {
        this.connection = connection;
        this.zone = zone;
    }

    @Override
    public Paged<FoundContent> content(SearchQuery query) {
        SearchQuery.Fields fields = query.fields();
        if (fields.archivedSpaces) {
            throw new InvalidArgumentException("includeArchivedSpaces", "is known to search() only");
        }
        return listed(
                cql -> ApiRequest.get("searchContentByCQL", "/wiki/rest/api/content/search")
                        .query("cql", cql)
                        .build(),
                fields,
                FoundContent.class);
    }

    @Override
    public Paged<SearchResult> search(SearchQuery query) {
        SearchQuery.Fields fields = query.fields();
        return listed(
                cql -> ApiRequest.get("searchByCQL", "/wiki/rest/api/search")
                        .query("cql", cql)
                        .query("includeArchivedSpaces", fields.archivedSpaces ? true : null)
                        .build(),
                fields,
                SearchResult.class);
    }

    private <T> Paged<T> listed(Function<String, ApiRequest> request, SearchQuery.Fields fields, Class<T> type) {
        return fields.cql.needsZone()
                ? Paged.deferred(() -> listed(request.apply(fields.cql.text(zone())), fields, type))
                : listed(request.apply(fields.cql.text(ZoneOffset.UTC)), fields, type);
    }

    private <T> Paged<T> listed(ApiRequest request, SearchQuery.Fields fields, Class<T> type) {
        return connection.list(request, type, fields.batchSize, fields.cursor);
    }

    /** Remembered: the setting of an account hardly ever changes. */
    private ZoneId zone() {
        ZoneId known = zone;
        if (known != null) {
            return known;
        }
        User user = UsersClient.over(connection).current();
        String told = user.timeZone();
        if (told == null) {
            throw new InvalidArgumentException(
                    "zone", "is not shown by the account; give it with SearchClient.over(connection, zone)");
        }
        try {
            ZoneId found = ZoneId.of(told);
            zone = found;
            return found;
        } catch (DateTimeException e) {
            throw new InvalidArgumentException(
                    "zone", "of the account is not known here; give it with SearchClient.over(connection, zone)");
        }
    }
}
