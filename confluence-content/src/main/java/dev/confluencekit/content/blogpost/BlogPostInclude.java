package dev.confluencekit.content.blogpost;

/** What can be read along with a blog post. Each list stops at 50 entries. */
public enum BlogPostInclude {
    /** {@code include-labels}. */
    LABELS("include-labels"),
    /** {@code include-properties}. */
    PROPERTIES("include-properties"),
    /** {@code include-operations}. */
    OPERATIONS("include-operations"),
    /** {@code include-likes}. */
    LIKES("include-likes"),
    /** {@code include-versions}. */
    VERSIONS("include-versions"),
    /** {@code include-favorited-by-current-user-status}. */
    FAVORITED_BY_CURRENT_USER("include-favorited-by-current-user-status"),
    /** {@code include-webresources}. */
    WEB_RESOURCES("include-webresources"),
    /** {@code include-collaborators}. */
    COLLABORATORS("include-collaborators");

    private final String parameter;

    BlogPostInclude(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
