package dev.confluencekit.content.attachment;

/** How a listing of attachments is ordered. */
public enum AttachmentSort {
    /** {@code created-date}. */
    CREATED("created-date"),
    /** {@code -created-date}. */
    CREATED_DESCENDING("-created-date"),
    /** {@code modified-date}. */
    MODIFIED("modified-date"),
    /** {@code -modified-date}. */
    MODIFIED_DESCENDING("-modified-date");

    private final String parameter;

    AttachmentSort(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
