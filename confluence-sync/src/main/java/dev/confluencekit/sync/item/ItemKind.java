package dev.confluencekit.sync.item;

/** What kind of thing an item of a mirror is. More may be added. */
public enum ItemKind {
    /** A space. Its title is its name. */
    SPACE("space"),
    /** A page. */
    PAGE("page"),
    /** A blog post. */
    BLOG_POST("blogpost"),
    /** A comment below a page or blog post, or a reply to one. */
    FOOTER_COMMENT("footer-comment"),
    /** A comment on a piece of text, or a reply to one. */
    INLINE_COMMENT("inline-comment"),
    /** A file of a page or blog post. Its title is its file name. */
    ATTACHMENT("attachment");

    private final String word;

    ItemKind(String word) {
        this.word = word;
    }

    /**
     * The word that targets may store: small letters and dashes, stable over versions of this library.
     *
     * @return the word
     */
    public String word() {
        return word;
    }

    /**
     * The kind of a stored word.
     *
     * @param word what {@link #word()} gave
     * @return the kind
     * @throws IllegalArgumentException if there is no such kind
     */
    public static ItemKind of(String word) {
        for (ItemKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of item is called " + word);
    }
}
