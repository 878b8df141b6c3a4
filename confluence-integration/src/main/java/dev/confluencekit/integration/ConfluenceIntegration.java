package dev.confluencekit.integration;

import dev.confluencekit.content.attachment.AttachmentsClient;
import dev.confluencekit.content.blogpost.BlogPostsClient;
import dev.confluencekit.content.body.BodyConversionClient;
import dev.confluencekit.content.classification.ClassificationLevelsClient;
import dev.confluencekit.content.comment.FooterCommentsClient;
import dev.confluencekit.content.comment.InlineCommentsClient;
import dev.confluencekit.content.contenttype.ContentTypesClient;
import dev.confluencekit.content.customcontent.CustomContentClient;
import dev.confluencekit.content.group.GroupsClient;
import dev.confluencekit.content.hierarchy.TreeNodesClient;
import dev.confluencekit.content.label.SiteLabelsClient;
import dev.confluencekit.content.longtask.LongTasksClient;
import dev.confluencekit.content.page.PagesClient;
import dev.confluencekit.content.raw.RawClient;
import dev.confluencekit.content.restriction.RestrictionsClient;
import dev.confluencekit.content.search.SearchClient;
import dev.confluencekit.content.space.SpacePermissionsClient;
import dev.confluencekit.content.space.SpaceRolesClient;
import dev.confluencekit.content.space.SpacesClient;
import dev.confluencekit.content.task.TasksClient;
import dev.confluencekit.content.user.UsersClient;
import dev.confluencekit.content.watch.WatchesClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.connection.ConnectionReport;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.sync.Mirror;
import java.util.Map;

/**
 * One connected Confluence integration: a site, a credential, and the clients for what is on the site. Building one
 * costs no request. Safe for use by many threads; close it when it is no longer needed.
 *
 * <pre>{@code
 * try (ConfluenceIntegration confluence = ConfluenceIntegration.builder()
 *         .domain("acme.atlassian.net")
 *         .username("kb-bot@acme.example")
 *         .apiKey(Secret.of(System.getenv("CONFLUENCE_API_KEY")))
 *         .build()) {
 *     confluence.testConnection().orThrow();
 *     for (Page page : confluence.pages().list(PageQuery.inSpace("SUPPORT"))) {
 *         System.out.println(page.title());
 *     }
 * }
 * }</pre>
 *
 * <p>A service that refuses a key may answer as to nobody, with whatever is public, instead of saying so. Test the
 * connection before you take an empty listing for an empty site.
 */
public interface ConfluenceIntegration extends AutoCloseable {
    /**
     * Starts an integration.
     *
     * @return a builder
     */
    static ConfluenceIntegrationBuilder builder() {
        return new ConfluenceIntegrationBuilder();
    }

    /**
     * An integration from the environment variables of this process: {@code CONFLUENCE_DOMAIN},
     * {@code CONFLUENCE_USERNAME}, {@code CONFLUENCE_API_KEY}, and those of
     * {@link dev.confluencekit.core.ConfluenceRuntime.Builder#environment}.
     *
     * @return an integration with a runtime of its own
     * @throws dev.confluencekit.core.error.InvalidArgumentException if a variable is missing or cannot be used; the
     *     message names it
     */
    static ConfluenceIntegration fromEnvironment() {
        Map<String, String> variables = System.getenv();
        return builder().environment(variables).build();
    }

    /**
     * The facade over a connection that is open already, in the manner of {@link PagesClient#over}. Costs no request.
     *
     * @param connection the connection; closing the integration closes it
     * @return an integration, to be closed by the caller
     */
    static ConfluenceIntegration over(ConfluenceConnection connection) {
        return new DefaultConfluenceIntegration(connection, Messages.standard(), KeyMemory.none(), () -> {});
    }

    /**
     * The site.
     *
     * @return the site that this integration talks to
     */
    ConfluenceSite site();

    /**
     * Finds out whether the site is a Confluence Cloud, whether the key is accepted as somebody's, whether it may read
     * spaces, and what deserves attention: an account with more rights than reading needs, a key near its end, a rate limit, a
     * clock that is wrong. Three requests, four for a key with scopes; never more than one attempt on each route with the
     * key, and none is repeated (but the JDK itself sends a request again whose connection is lost before an answer begins).
     * An answer that proves nothing (too many requests, a fault of the service, a time-out, a lone 403) is reported as such
     * and not as a wrong key. That this integration saw the key accepted before lets a later refusal be told from a wrong key.
     *
     * @return what was checked, what held, what to do; failures of the service are in the report and are not thrown
     * @throws dev.confluencekit.core.error.ConfluenceInterruptedException if the thread is interrupted
     * @throws dev.confluencekit.core.error.ConfluenceClosedException if the integration has been closed
     */
    ConnectionReport testConnection();

    /**
     * The spaces of the site.
     *
     * @return a client that lives as long as this integration
     */
    SpacesClient spaces();

    /**
     * The pages of the site.
     *
     * @return a client that lives as long as this integration
     */
    PagesClient pages();

    /**
     * The blog posts of the site.
     *
     * @return a client that lives as long as this integration
     */
    BlogPostsClient blogPosts();

    /**
     * The comments below pages, blog posts, attachments and custom content.
     *
     * @return a client that lives as long as this integration
     */
    default FooterCommentsClient footerComments() {
        return FooterCommentsClient.over(connection());
    }

    /**
     * The comments on passages of pages and blog posts.
     *
     * @return a client that lives as long as this integration
     */
    default InlineCommentsClient inlineComments() {
        return InlineCommentsClient.over(connection());
    }

    /**
     * The content of types that apps define.
     *
     * @return a client that lives as long as this integration
     */
    default CustomContentClient customContent() {
        return CustomContentClient.over(connection());
    }

    /**
     * The tasks that stand in pages and blog posts.
     *
     * @return a client that lives as long as this integration
     */
    default TasksClient tasks() {
        return TasksClient.over(connection());
    }

    /**
     * Search by CQL.
     *
     * @return a client that lives as long as this integration
     */
    default SearchClient search() {
        return SearchClient.over(connection());
    }

    /**
     * What carries a label, over the whole site.
     *
     * @return a client that lives as long as this integration
     */
    default SiteLabelsClient labels() {
        return SiteLabelsClient.over(connection());
    }

    /**
     * The users.
     *
     * @return a client that lives as long as this integration
     */
    default UsersClient users() {
        return UsersClient.over(connection());
    }

    /**
     * The groups and their members.
     *
     * @return a client that lives as long as this integration
     */
    default GroupsClient groups() {
        return GroupsClient.over(connection());
    }

    /**
     * Who watches what.
     *
     * @return a client that lives as long as this integration
     */
    default WatchesClient watches() {
        return WatchesClient.over(connection());
    }

    /**
     * Jobs that the service carries out on its own time.
     *
     * @return a client that lives as long as this integration
     */
    default LongTasksClient longTasks() {
        return LongTasksClient.over(connection());
    }

    /**
     * What kind of content an id stands for.
     *
     * @return a client that lives as long as this integration
     */
    default ContentTypesClient contentTypes() {
        return ContentTypesClient.over(connection());
    }

    /**
     * The classification levels that the organisation has.
     *
     * @return a client that lives as long as this integration
     */
    default ClassificationLevelsClient classificationLevels() {
        return ClassificationLevelsClient.over(connection());
    }

    /**
     * Who may do what in a space.
     *
     * @return a client that lives as long as this integration
     */
    default SpacePermissionsClient spacePermissions() {
        return SpacePermissionsClient.over(connection());
    }

    /**
     * The roles that people have in spaces.
     *
     * @return a client that lives as long as this integration
     */
    default SpaceRolesClient spaceRoles() {
        return SpaceRolesClient.over(connection());
    }

    /**
     * The door to every operation that has no typed client.
     *
     * @return a client that lives as long as this integration
     */
    default RawClient raw() {
        return RawClient.over(connection());
    }

    /**
     * The folders between pages.
     *
     * @return a client that lives as long as this integration
     */
    default TreeNodesClient folders() {
        return TreeNodesClient.folders(connection());
    }

    /**
     * The whiteboards.
     *
     * @return a client that lives as long as this integration
     */
    default TreeNodesClient whiteboards() {
        return TreeNodesClient.whiteboards(connection());
    }

    /**
     * The databases.
     *
     * @return a client that lives as long as this integration
     */
    default TreeNodesClient databases() {
        return TreeNodesClient.databases(connection());
    }

    /**
     * The smart links in the tree of a space, which the service calls embeds.
     *
     * @return a client that lives as long as this integration
     */
    default TreeNodesClient smartLinks() {
        return TreeNodesClient.smartLinks(connection());
    }

    /**
     * The attachments of pages, blog posts and custom content: upload, download, versions.
     *
     * @return a client that lives as long as this integration
     */
    default AttachmentsClient attachments() {
        return AttachmentsClient.over(connection());
    }

    /**
     * Who may read and change a piece of content, by its own restrictions and by all above it.
     *
     * @return a client that lives as long as this integration
     */
    default RestrictionsClient restrictions() {
        return RestrictionsClient.over(connection());
    }

    /**
     * Bodies in another format than they are stored in, converted by the service.
     *
     * @return a client that lives as long as this integration
     */
    default BodyConversionClient bodies() {
        return BodyConversionClient.over(connection());
    }

    /**
     * A copy of spaces that is kept true: say what and where to, and run it as often as you like.
     *
     * @return the beginning of a mirror
     */
    default Mirror.Builder mirror() {
        return Mirror.of(connection());
    }

    /**
     * What all clients call through, for clients of one's own and for those that are given an owner, such as
     * {@code PropertiesClient.over(confluence.connection(), ContentOwner.space(id))}. It is closed with this integration.
     *
     * @return the connection
     */
    ConfluenceConnection connection();

    /**
     * Another handle on this integration, with a life of its own: it shares the connection and what was learnt of the site.
     * Closing it ends its own calls only; closing this integration ends both.
     *
     * @return a handle, to be closed by the caller
     * @throws dev.confluencekit.core.error.ConfluenceClosedException if this integration has been closed
     */
    ConfluenceIntegration share();

    /**
     * Ends the integration; its clients then throw
     * {@link dev.confluencekit.core.error.ConfluenceClosedException}. A runtime that was passed in stays open.
     * Idempotent.
     */
    @Override
    void close();
}
