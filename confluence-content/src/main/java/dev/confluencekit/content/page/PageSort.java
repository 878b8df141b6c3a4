package dev.confluencekit.content.page;

/** How a listing of pages is ordered. Only {@link #ID} is stable while pages change. */
public enum PageSort {
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

    PageSort(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
