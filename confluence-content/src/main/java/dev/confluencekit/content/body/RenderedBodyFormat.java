package dev.confluencekit.content.body;

/** HTML that the service renders, for a single page only. */
public enum RenderedBodyFormat implements PageBodyFormat {
    /** As shown in the browser. */
    VIEW("view"),
    /** For use outside Confluence, with absolute links. */
    EXPORT_VIEW("export_view"),
    /** As {@link #EXPORT_VIEW}, as somebody sees it who has not logged in. */
    ANONYMOUS_EXPORT_VIEW("anonymous_export_view"),
    /** As {@link #VIEW}, with its styles. */
    STYLED_VIEW("styled_view"),
    /** As the old editor takes it. */
    EDITOR("editor");

    private final String representation;

    RenderedBodyFormat(String representation) {
        this.representation = representation;
    }

    @Override
    public String representation() {
        return representation;
    }
}
