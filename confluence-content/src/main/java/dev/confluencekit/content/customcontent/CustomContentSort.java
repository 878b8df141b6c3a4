package dev.confluencekit.content.customcontent;

/** How a listing of custom content is ordered. Only {@link #ID} is stable while content changes. */
public enum CustomContentSort {
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
    MODIFIED_DESCENDING("-modified-date"),
    /** {@code title}. */
    TITLE("title"),
    /** {@code -title}. */
    TITLE_DESCENDING("-title");

    private final String parameter;

    CustomContentSort(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
