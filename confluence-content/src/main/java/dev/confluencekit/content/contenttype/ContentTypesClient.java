package dev.confluencekit.content.contenttype;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.core.ConfluenceConnection;
import java.util.Collection;
import java.util.Map;

/**
 * Finds out of which type content is when only ids are known, since v2 wants the type in the address. Safe for use by many
 * threads.
 */
public interface ContentTypesClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static ContentTypesClient over(ConfluenceConnection connection) {
        return new DefaultContentTypesClient(connection);
    }

    /**
     * Reads the types of content ({@code convertContentIdsToContentTypes}); one request for each 100. A key with scopes
     * needs {@code read:content.metadata:confluence}.
     *
     * @param ids the ids, as many as there are
     * @return an immutable map, without the content that does not exist or that the account may not see; for custom content
     *     the app's name of the type
     * @throws dev.confluencekit.core.error.ConfluenceException if the service refuses or cannot be reached
     */
    Map<ContentId, ContentType> of(Collection<ContentId> ids);
}
