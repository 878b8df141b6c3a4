package dev.confluencekit.content.body;

import java.util.Map;

/**
 * A body to be written, in one of the formats that the service takes. Immutable.
 *
 * @param representation the service's name of the format
 * @param value the text
 */
public record NewBody(String representation, String value) {
    /**
     * A body in Confluence storage format. In it, links to pages name the title ({@code ri:content-title}); links by id do
     * not work.
     *
     * @param xhtml the text, possibly empty
     * @return a body
     */
    public static NewBody storage(String xhtml) {
        return new NewBody("storage", xhtml);
    }

    /**
     * A body in Atlassian Document Format.
     *
     * @param json the document as a JSON text
     * @return a body
     */
    public static NewBody atlasDocFormat(String json) {
        return new NewBody("atlas_doc_format", json);
    }

    /**
     * A body in wiki markup, which the service turns into storage format.
     *
     * @param markup the text
     * @return a body
     */
    public static NewBody wiki(String markup) {
        return new NewBody("wiki", markup);
    }

    /**
     * A body of custom content as its app keeps it.
     *
     * @param value the text
     * @return a body
     */
    public static NewBody raw(String value) {
        return new NewBody("raw", value);
    }

    /**
     * The members of the JSON object.
     *
     * @return format and text
     */
    public Map<String, String> members() {
        return Map.of("representation", representation, "value", value);
    }

    /**
     * The format and the length of the text.
     *
     * @return never the text
     */
    @Override
    public String toString() {
        return "NewBody[" + representation + ", " + value.length() + " characters]";
    }
}
