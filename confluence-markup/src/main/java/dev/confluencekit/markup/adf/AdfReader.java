package dev.confluencekit.markup.adf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confluencekit.markup.error.BodyTooLargeException;
import dev.confluencekit.markup.error.MalformedAdfException;
import dev.confluencekit.markup.internal.trail.Trail;
import dev.confluencekit.markup.report.Conversion;
import dev.confluencekit.markup.tree.Document;

/**
 * Reads bodies in the Atlassian Document Format.
 *
 * <p>It reads whatever JSON it is given, also as a string of JSON in JSON, which is how Confluence answers. A node that it does
 * not know is kept as {@link dev.confluencekit.markup.tree.Element} with what can be read of it, a mark that it does not know
 * leaves its text, and the report tells. What only says how wide something is or how it is aligned on the screen
 * ({@code layout} and {@code width} of cards, {@code wrap}, {@code localId}) is not read.
 *
 * <p>Time and memory are linear in the length of the body. Nodes deeper than {@value #MAX_DEPTH} are read as lines of text; spans
 * of table cells are at most {@value #MAX_SPAN}; the report tells of both.
 *
 * <p>Immutable, safe for many threads.
 */
public final class AdfReader {
    /** How many characters are read unless said otherwise. */
    public static final int DEFAULT_MAX_CHARACTERS = 16 * 1024 * 1024;

    /** How deep nodes may be nested. */
    public static final int MAX_DEPTH = 120;

    /** How many columns or rows a cell may cover. */
    public static final int MAX_SPAN = 1_000;

    private final int maxCharacters;

    private AdfReader(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /** Makes a reader of bodies of at most {@link #DEFAULT_MAX_CHARACTERS} characters. */
    public static AdfReader create() {
        return new AdfReader(DEFAULT_MAX_CHARACTERS);
    }

    /**
     * The same with another limit.
     *
     * @param characters at least 1
     * @return a reader
     */
    public AdfReader maxCharacters(int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException("characters must be 1 or more, not " + characters);
        }
        return new AdfReader(characters);
    }

    /**
     * Reads a body.
     *
     * @param body JSON; nothing but white space is an empty body
     * @return the tree, and what was repaired, limited or unknown
     * @throws BodyTooLargeException if the body has more characters than are allowed
     * @throws MalformedAdfException if the body is not JSON
     */
    public Conversion<Document> read(String body) {
        if (body.length() > maxCharacters) {
            throw new BodyTooLargeException(body.length(), maxCharacters);
        }
        Trail trail = new Trail();
        if (body.isBlank()) {
            return new Conversion<>(Document.of(), trail.report());
        }
        JsonNode root = Json.parse(body);
        Document document = new Document(new NodeReader(trail).document(root));
        return new Conversion<>(document, trail.report());
    }
}
