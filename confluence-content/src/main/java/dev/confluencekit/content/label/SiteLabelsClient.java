package dev.confluencekit.content.label;

import dev.confluencekit.content.LabelId;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import java.util.Collection;

/**
 * The labels of a site, and what has them. Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scopes
 * {@code read:label:confluence}, {@code read:page:confluence} and {@code read:attachment:confluence}.
 */
public interface SiteLabelsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static SiteLabelsClient over(ConfluenceConnection connection) {
        return new DefaultSiteLabelsClient(connection);
    }

    /**
     * Lists the labels that the account may see ({@code getLabels}); one request for each 250.
     *
     * @param prefixes whose labels; none for all
     * @return the labels
     */
    Paged<Label> list(LabelPrefix... prefixes);

    /**
     * Lists labels of given ids ({@code getLabels}); those that do not exist are left out. One request for each 250.
     *
     * @param ids 1 to 250 labels
     * @return the labels
     * @throws dev.confluencekit.core.error.InvalidArgumentException if there are none or too many
     */
    Paged<Label> byIds(Collection<LabelId> ids);

    /**
     * Lists the pages with a label ({@code getLabelPages}); one request for each 250.
     *
     * @param label the label
     * @return the pages, without their bodies
     */
    Paged<LabelledContent> pages(LabelId label);

    /**
     * Lists the blog posts with a label ({@code getLabelBlogPosts}); one request for each 250.
     *
     * @param label the label
     * @return the blog posts, without their bodies
     */
    Paged<LabelledContent> blogPosts(LabelId label);

    /**
     * Lists the attachments with a label ({@code getLabelAttachments}); one request for each 250.
     *
     * @param label the label
     * @return the attachments
     */
    Paged<LabelledContent> attachments(LabelId label);
}
