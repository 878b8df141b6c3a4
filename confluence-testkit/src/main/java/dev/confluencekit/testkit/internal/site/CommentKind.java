package dev.confluencekit.testkit.internal.site;

/** The two kinds of comments: below something, and on words in it. */
public enum CommentKind {
    /** Below a page, a blog post or an attachment. */
    FOOTER("footer-comments", "footer-comment"),
    /** On words of a page or a blog post. */
    INLINE("inline-comments", "inline-comment");

    private final String segment;
    private final String typeName;

    CommentKind(String segment, String typeName) {
        this.segment = segment;
        this.typeName = typeName;
    }

    /**
     * Gives what paths call them.
     *
     * @return the segment
     */
    public String segment() {
        return segment;
    }

    /**
     * Gives what version 2 calls the type of one.
     *
     * @return the name
     */
    public String typeName() {
        return typeName;
    }
}
