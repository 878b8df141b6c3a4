package dev.confluencekit.markup.report;

import java.util.List;

/**
 * Where in a document something is.
 *
 * @param headings the headings above it, from the largest to the smallest
 * @param path where it is in the blocks below the last heading, such as {@code table > row 2 > cell 1}; may be empty
 */
public record Place(List<String> headings, String path) {
    /** Copies its list. */
    public Place {
        headings = List.copyOf(headings);
    }

    /** Headings and path in one line. */
    @Override
    public String toString() {
        String above = String.join(" > ", headings);
        return path.isEmpty() ? above : above.isEmpty() ? path : above + " > " + path;
    }
}
