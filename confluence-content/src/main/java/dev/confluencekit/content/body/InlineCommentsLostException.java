package dev.confluencekit.content.body;

import dev.confluencekit.core.error.ConfluenceException;
import java.util.Set;
import java.util.TreeSet;

/**
 * A body was to be written that lacks places to which inline comments are tied: the comments would be left dangling. Thrown
 * before anything is written. Keep the elements {@code ac:inline-comment-marker} (in Atlassian Document Format the marks
 * {@code annotation}) around the text that they hold, or say that the comments may lose their places.
 */
public final class InlineCommentsLostException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final TreeSet<String> markers;

    /**
     * Names the markers.
     *
     * @param what the content, such as {@code page 98581}
     * @param markers the references of the markers that would be lost
     */
    public InlineCommentsLostException(String what, Set<String> markers) {
        super("The new body of " + what + " loses the places of " + markers.size() + " inline comment(s): "
                + String.join(", ", new TreeSet<>(markers))
                + ". Keep their markers, or allow it by allowLosingInlineComments().");
        this.markers = new TreeSet<>(markers);
    }

    /**
     * The markers that would be lost.
     *
     * @return their references, which inline comments name in {@code properties.inlineMarkerRef}
     */
    public Set<String> markers() {
        return Set.copyOf(markers);
    }
}
