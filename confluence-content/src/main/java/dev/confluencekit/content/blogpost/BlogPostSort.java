package dev.confluencekit.content.blogpost;

/** How a listing of blog posts is ordered. Only {@link #ID} is stable while blog posts change. */
public enum BlogPostSort {
    /** {@code id}. */
    ID("id"),
    /** {@code -id}. */
    ID_DESCENDING("-id"),
    /** {@code created-date}. */
    CREATED("created-date"),
    /** {@code -created-date}. */
    CREATED_DESCENDING("-created-date"),
    /** {@code modified-date}. */
    MODIFIED("modified-date"),
    /** {@code -modified-date}. */
    MODIFIED_DESCENDING("-modified-date");

    private final String parameter;

    BlogPostSort(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
