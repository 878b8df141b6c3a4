package dev.confluencekit.content.user;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.core.ConfluenceConnection;
import java.util.Collection;
import java.util.Map;

/** Reads users. Safe for use by many threads. */
public interface UsersClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static UsersClient over(ConfluenceConnection connection) {
        return new DefaultUsersClient(connection);
    }

    /**
     * Reads who the key stands for (v1 {@code getCurrentUser}; v2 has no such operation); one request. A key that was
     * refused can give a user of type {@code anonymous} instead of an exception: see {@link User#isAccount()}.
     *
     * <p>A key with scopes needs {@code read:confluence-user} or {@code read:content-details:confluence}.
     *
     * @return the user
     * @throws dev.confluencekit.core.error.ConfluenceException if the service refuses or cannot be reached
     */
    User current();

    /**
     * Reads users ({@code createBulkUserLookup}); one request for each 250. A key with scopes needs
     * {@code read:user:confluence}.
     *
     * @param ids the accounts, as many as there are
     * @return an immutable map in the order asked for, without the accounts that the service does not know
     * @throws dev.confluencekit.core.error.ConfluenceException if the service refuses or cannot be reached
     */
    Map<AccountId, UserProfile> byIds(Collection<AccountId> ids);
}
