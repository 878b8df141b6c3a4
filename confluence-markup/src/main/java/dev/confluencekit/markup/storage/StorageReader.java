package dev.confluencekit.markup.storage;

import dev.confluencekit.markup.error.BodyTooLargeException;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.tree.Document;

/**
 * Reads bodies in storage format.
 *
 * <p>It reads whatever it is given, well-formed or not: text is never lost, and what it does not know is kept as
 * {@link dev.confluencekit.markup.tree.Element}. No DTD and no entity is loaded from anywhere. Time and memory are linear in
 * the length of the body. Elements deeper than 200 become siblings of those around them; spans of table cells are at most
 * {@value #MAX_SPAN}; the report tells of both.
 *
 * <p>Immutable, safe for many threads.
 */
public final class StorageReader {
    /** How many characters are read unless said otherwise. */
    public static final int DEFAULT_MAX_CHARACTERS = 16 * 1024 * 1024;

    /** How many columns or rows a cell may cover. */
    public static final int MAX_SPAN = 1_000;

    private final int maxCharacters;

    private StorageReader(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /** Makes a reader of bodies of at most {@link #DEFAULT_MAX_CHARACTERS} characters. */
    public static StorageReader create() {
        return new StorageReader(DEFAULT_MAX_CHARACTERS);
    }

    /**
     * The same with another limit.
     *
     * @param characters at least 1
     * @return a reader
     */
    public StorageReader maxCharacters(int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException("characters must be 1 or more, not " + characters);
        }
        return new StorageReader(characters);
    }

    /**
     * Reads a body.
     *
     * @param body in storage format
     * @return the tree, and what was repaired, limited or unknown
     * @throws BodyTooLargeException if the body has more characters than are allowed
     */
    public Conversion<Document> read(String body) {
        if (body.length() > maxCharacters) {
            throw new BodyTooLargeException(body.length(), maxCharacters);
        }
        Trail trail = new Trail();
        Document document = new Document(new BlockReader(trail).blocks(StorageDom.parse(body, trail)));
        return new Conversion<>(document, trail.report());
    }
}
