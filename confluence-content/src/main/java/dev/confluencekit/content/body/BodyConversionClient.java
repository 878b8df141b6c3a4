package dev.confluencekit.content.body;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.core.ConfluenceConnection;
import java.time.Duration;

/**
 * Lets the service convert bodies: storage format into Atlassian Document Format, that into storage format, and both into what
 * readers see. Safe for use by many threads; made by the integration and living as long as it.
 *
 * <p>The service converts in the background; a call here lasts until it is done, up to a minute unless another limit is set.
 * Methods throw {@link dev.confluencekit.core.error.ConfluenceException} where a request fails. They need the scope
 * {@code read:content.metadata:confluence} where the key has scopes.
 */
public interface BodyConversionClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static BodyConversionClient over(ConfluenceConnection connection) {
        return new DefaultBodyConversionClient(connection, Duration.ofMinutes(1));
    }

    /**
     * A client that waits for another time.
     *
     * @param connection the connection; it stays the caller's to close
     * @param limit how long a call waits at most
     * @return a client
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the limit is not positive
     */
    static BodyConversionClient over(ConfluenceConnection connection, Duration limit) {
        return new DefaultBodyConversionClient(connection, limit);
    }

    /**
     * Converts a body that belongs to nothing ({@code asyncConvertContentBodyRequest},
     * {@code asyncConvertContentBodyResponse}); at least two requests. Links and macros that depend on a page may come out
     * empty.
     *
     * @param body the body, in storage format or Atlassian Document Format
     * @param to the format wanted
     * @return the text
     * @throws BodyConversionException if it cannot be converted, or not in time
     */
    String convert(NewBody body, PageBodyFormat to);

    /**
     * Converts a body as if it stood in given content; at least two requests.
     *
     * @param body the body, in storage format or Atlassian Document Format
     * @param to the format wanted
     * @param context the page or blog post, which the account must be able to see
     * @return the text
     * @throws BodyConversionException if it cannot be converted, or not in time
     */
    String convert(NewBody body, PageBodyFormat to, ContentId context);
}
