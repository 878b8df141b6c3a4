package dev.confluencekit.content.search;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.time.ZoneId;

/**
 * Searches by Confluence Query Language. Safe for use by many threads; made by the integration and living as long as it.
 *
 * <pre>{@code
 * for (FoundContent found : search.content(SearchQuery.of(Cql.space("SUPPORT").and(Cql.text("warranty"))))) {
 *     System.out.println(found.title());
 * }
 * }</pre>
 *
 * <p>The index lags behind writes by seconds, sometimes minutes; what is in the trash is not found. Methods that ask the
 * service throw {@link dev.confluencekit.core.error.ConfluenceException};
 * {@link dev.confluencekit.core.error.BadRequestException} for a query that it does not understand. They need the scope
 * {@code search:confluence} or {@code read:content-details:confluence} where the key has scopes.
 */
public interface SearchClient {
    /**
     * A client over a connection, for use without the integration facade. The first query with an instant in it costs a
     * request more ({@code getCurrentUser}), to find the account's time zone.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static SearchClient over(ConfluenceConnection connection) {
        return new DefaultSearchClient(connection, null);
    }

    /**
     * A client for an account whose time zone is known.
     *
     * @param connection the connection; it stays the caller's to close
     * @param zone the time zone in the account's settings, in which the service reads dates
     * @return a client
     */
    static SearchClient over(ConfluenceConnection connection, ZoneId zone) {
        return new DefaultSearchClient(connection, zone);
    }

    /**
     * Searches for content ({@code searchContentByCQL}). Folders are not found. Nothing is asked before the listing is read.
     *
     * @param query what to search for
     * @return what was found; one request for each response
     * @throws dev.confluencekit.core.error.InvalidArgumentException if archived spaces are asked for; when read, if an instant
     *     is in the query and the account does not show its time zone
     */
    Paged<FoundContent> content(SearchQuery query);

    /**
     * Searches for content and spaces, with excerpts ({@code searchByCQL}). Nothing is asked before the listing is read.
     *
     * @param query what to search for
     * @return what was found; one request for each response
     * @throws dev.confluencekit.core.error.InvalidArgumentException when read, if an instant is in the query and the account
     *     does not show its time zone
     */
    Paged<SearchResult> search(SearchQuery query);
}
