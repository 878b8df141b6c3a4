package dev.confluencekit.content.property;

import dev.confluencekit.content.PropertyId;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one page, blog post, attachment, comment, custom content, whiteboard, database, folder, smart link or
 * space: JSON values under keys. Safe for use by many threads.
 *
 * <pre>{@code
 * PropertiesClient properties = PropertiesClient.over(connection, ContentOwner.page(id));
 * properties.put("import-source", Map.of("row", 7));
 * }</pre>
 *
 * <p>A value is what JSON knows: maps, lists, strings, numbers, booleans and null. Methods that ask the service throw
 * {@link dev.confluencekit.core.error.ConfluenceException}; they need the scope for reading, or for reading and writing,
 * the owner.
 */
public interface PropertiesClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @param owner whose properties
     * @return a client
     */
    static PropertiesClient over(ConfluenceConnection connection, ContentOwner owner) {
        return new DefaultPropertiesClient(connection, owner);
    }

    /**
     * Lists the properties; one request for each 250.
     *
     * @return the properties
     */
    Paged<Property> list();

    /**
     * Finds a property by its key; one request.
     *
     * @param key the whole key
     * @return the property, or empty if there is none
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the key is blank
     */
    Optional<Property> find(String key);

    /**
     * Reads a property; one request.
     *
     * @param id the property
     * @return the property
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Property get(PropertyId id);

    /**
     * Creates a property; one request. It fails where the key is taken: see {@link #put}.
     *
     * @param key the key
     * @param value the value
     * @return the property in its first version
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the key is blank
     */
    Property create(String key, @Nullable Object value);

    /**
     * Replaces the value of a property that was read before; one request.
     *
     * @param read the property as it was read: it must have its id, key and version
     * @param value the new value
     * @return the property in its next version
     * @throws dev.confluencekit.core.error.ConflictException if it was changed since it was read
     * @throws dev.confluencekit.core.error.InvalidArgumentException if id, key or version are missing
     */
    Property update(Property read, @Nullable Object value);

    /**
     * Sets the value of a key, whether it is there or not. Reads the property, creates or updates it, and begins again if
     * somebody else did so in between, at most 5 times. The last to write wins.
     *
     * @param key the key
     * @param value the value
     * @return the property as it was written
     * @throws dev.confluencekit.core.error.ConflictException if others were faster each time
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the key is blank
     */
    Property put(String key, @Nullable Object value);

    /**
     * Deletes a property; one request.
     *
     * @param id the property
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    void delete(PropertyId id);
}
