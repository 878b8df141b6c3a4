package dev.confluencekit.core.json;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads and writes the records of the library. Strict where a mistake would lose data (trailing text, fractions for
 * whole numbers, null for a document), tolerant where the service may grow (unknown members are kept on the record).
 * Safe for use by many threads.
 *
 * <p>A type that is made of a text, such as an id, takes a whole number too. Of a member that comes twice the last
 * counts; of one that a record does not know, the first.
 */
public interface JsonCodec {
    /**
     * Reads one document.
     *
     * @param in the document, in UTF-8 (or UTF-16 or UTF-32 with or without a byte order mark)
     * @param type what it holds
     * @param <T> what it holds
     * @return the value, never null
     * @throws JsonException if the document is cut off, is not JSON, or has another shape
     * @throws IOException if the stream fails
     */
    <T> T read(InputStream in, Class<T> type) throws JsonException, IOException;

    /**
     * Reads one document that is an object around a list, as every v2 listing is.
     *
     * @param in the document
     * @param item what the list holds
     * @param <T> what the list holds
     * @return the list and its links
     * @throws JsonException if the document is cut off, is not JSON, or has another shape
     * @throws IOException if the stream fails
     */
    <T> Listing<T> readListing(InputStream in, Class<T> item) throws JsonException, IOException;

    /**
     * Writes a value. Unknown members that were read with it are written back.
     *
     * @param value a record of the library, or maps, lists, strings, numbers and booleans
     * @return the JSON text
     */
    String write(Object value);

    /**
     * The library's codec.
     *
     * @return a codec with the library's settings
     */
    static JsonCodec create() {
        return new JacksonCodec();
    }
}
