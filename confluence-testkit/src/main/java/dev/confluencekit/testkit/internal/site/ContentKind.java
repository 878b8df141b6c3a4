package dev.confluencekit.testkit.internal.site;

/** What kind of content an entry is: both have titles, bodies and versions, only pages have a tree. */
public enum ContentKind {
    /** A page. */
    PAGE("page"),
    /** A blog post. */
    BLOG_POST("blogpost");

    private final String wireName;

    ContentKind(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Gives the word that version 1 and CQL use.
     *
     * @return the name
     */
    public String wireName() {
        return wireName;
    }
}
