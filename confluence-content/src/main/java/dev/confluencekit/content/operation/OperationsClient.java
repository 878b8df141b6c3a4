package dev.confluencekit.content.operation;

import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import java.util.List;

/**
 * What the account may do with one owner of any kind. Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scope for
 * reading the owner.
 */
public interface OperationsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @param owner anything
     * @return a client
     */
    static OperationsClient over(ConfluenceConnection connection, ContentOwner owner) {
        return new DefaultOperationsClient(connection, owner);
    }

    /**
     * Reads what the account may do; one request.
     *
     * @return an immutable list
     */
    List<Operation> list();

    /**
     * Whether the account may do something; one request.
     *
     * @param operation what, such as {@code update}
     * @param targetType to what, such as {@code page}
     * @return true if the service says so
     */
    boolean permits(String operation, String targetType);
}
