package dev.confluencekit.content.label;

import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.util.Collection;

/**
 * The labels of one page, blog post, attachment, custom content or space. Safe for use by many threads.
 *
 * <pre>{@code
 * LabelsClient labels = LabelsClient.over(connection, ContentOwner.page(id));
 * labels.add("faq", "opening-hours");
 * }</pre>
 *
 * <p>Reading is by v2, writing by v1, since v2 cannot. Labels that were just written may be missing from a listing for a
 * while. Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}.
 */
public interface LabelsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @param owner a page, blog post, attachment, custom content, or a space
     * @return a client
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner has no labels
     */
    static LabelsClient over(ConfluenceConnection connection, ContentOwner owner) {
        return new DefaultLabelsClient(connection, owner);
    }

    /**
     * Lists the labels; one request for each 250. Of a space, its own labels, which are those with the prefixes
     * {@code my} and {@code team}.
     *
     * @return the labels
     */
    Paged<Label> list();

    /**
     * Lists the labels with a prefix; one request for each 250.
     *
     * @param prefix whose labels
     * @return the labels
     */
    Paged<Label> list(LabelPrefix prefix);

    /**
     * Lists the labels of the content of a space; one request for each 250.
     *
     * @return the labels
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner is no space
     */
    Paged<Label> listOfContent();

    /**
     * Adds global labels to content (v1 {@code addLabelsToContent}); one request. Those that it has stay.
     *
     * @param names 1 to 200 labels, each without a prefix; Confluence makes small letters of them
     * @throws dev.confluencekit.core.error.InvalidArgumentException if there are none, too many, or a blank one, or if the
     *     owner is a space
     */
    void add(String... names);

    /**
     * Adds labels to content (v1 {@code addLabelsToContent}); one request. Those that it has stay.
     *
     * @param prefix whose labels they become
     * @param names 1 to 200 labels, each without the prefix
     * @throws dev.confluencekit.core.error.InvalidArgumentException if there are none, too many, or a blank one, or if the
     *     owner is a space
     */
    void add(LabelPrefix prefix, Collection<String> names);

    /**
     * Removes a label from content (v1 {@code removeLabelFromContent}, or {@code removeLabelFromContentUsingQueryParameter}
     * for a name with a {@code /}); one request.
     *
     * @param name the label; one with another prefix than {@code global} as {@code prefix:name}
     * @throws dev.confluencekit.core.error.NotFoundException if nobody uses such a label
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the name is blank, or the owner is a space
     */
    void remove(String name);
}
