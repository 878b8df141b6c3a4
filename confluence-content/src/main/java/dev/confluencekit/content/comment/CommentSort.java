package dev.confluencekit.content.comment;

/** How a listing of comments is ordered. */
public enum CommentSort {
    /** {@code created-date}. */
    CREATED("created-date"),
    /** {@code -created-date}. */
    CREATED_DESCENDING("-created-date"),
    /** {@code modified-date}. */
    MODIFIED("modified-date"),
    /** {@code -modified-date}. */
    MODIFIED_DESCENDING("-modified-date");

    private final String parameter;

    CommentSort(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
