package dev.confluencekit.content.body;

/** The formats in which bodies are stored; single pages and listings give both. */
public enum BodyFormat implements PageBodyFormat {
    /** Confluence storage format, an XHTML with elements of its own. */
    STORAGE("storage"),
    /** Atlassian Document Format; the value is a JSON text. */
    ATLAS_DOC_FORMAT("atlas_doc_format");

    private final String representation;

    BodyFormat(String representation) {
        this.representation = representation;
    }

    @Override
    public String representation() {
        return representation;
    }
}
