package dev.confluencekit.markup.error;

/** A body is larger than the reader was allowed to read. Nothing of it has been looked at. */
public final class BodyTooLargeException extends MarkupException {
    private static final long serialVersionUID = 1L;

    private final long characters;
    private final long limit;

    /**
     * Says how large.
     *
     * @param characters of the body
     * @param limit how many are allowed
     */
    public BodyTooLargeException(long characters, long limit) {
        super("The body has " + characters + " characters; at most " + limit + " are read.");
        this.characters = characters;
        this.limit = limit;
    }

    /** How many characters the body has. */
    public long characters() {
        return characters;
    }

    /** How many characters are allowed. */
    public long limit() {
        return limit;
    }
}
