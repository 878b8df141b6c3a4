package dev.confluencekit.content.version;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;

/**
 * The versions of one page, blog post, attachment, comment or custom content. Safe for use by many threads.
 *
 * <p><strong>A number is a place in a row, not a name:</strong> when version 2 of 4 is deleted, what was version 3 is
 * version 2 from then on. Read the list again after a deletion, and delete from the newest to the oldest.
 *
 * <p>Reading is by v2, writing by v1, since v2 cannot. Methods that ask the service throw
 * {@link dev.confluencekit.core.error.ConfluenceException}.
 */
public interface VersionsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @param owner a page, a blog post, an attachment, a comment, or custom content
     * @return a client
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner has no versions
     */
    static VersionsClient over(ConfluenceConnection connection, ContentOwner owner) {
        return new DefaultVersionsClient(connection, owner);
    }

    /**
     * Lists the versions without bodies; one request for each 250.
     *
     * @return the versions, in the service's order
     */
    Paged<ContentVersion> list();

    /**
     * Lists the versions with their bodies; one request for each 250, fewer where that is too much at once.
     *
     * @param format one of the stored formats
     * @return the versions, in the service's order
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner is an attachment, which has no body
     */
    Paged<ContentVersion> list(BodyFormat format);

    /**
     * Reads one version, without its body; one request.
     *
     * @param number its place, counted from 1
     * @return the version
     * @throws dev.confluencekit.core.error.NotFoundException if there is no such version
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the number is not positive
     */
    VersionDetails get(int number);

    /**
     * Makes a new version that is as an earlier one was (v1 {@code restoreContentVersion}); one request.
     *
     * @param number the earlier version
     * @param message what to say about it, possibly empty
     * @return the new version; v1 gives its author and time among the {@linkplain Version#extras() extras}
     * @throws dev.confluencekit.core.error.BadRequestException if there is no such version, or it is the present one
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the number is not positive
     */
    Version restore(int number, String message);

    /**
     * Makes a new version that is as an earlier one was, with the title that it had.
     *
     * @param number the earlier version
     * @param message what to say about it, possibly empty
     * @return the new version
     * @throws dev.confluencekit.core.error.BadRequestException if there is no such version, or it is the present one
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the number is not positive
     * @see #restore
     */
    Version restoreWithTitle(int number, String message);

    /**
     * Deletes an earlier version (v1 {@code deleteContentVersion}); what it changed stays in the version after it. Later
     * versions move up by one. Right after an edit the service refuses that for a moment, so it is tried up to 4 times
     * over about 7 seconds.
     *
     * @param number the version, not the present one
     * @throws dev.confluencekit.core.error.BadRequestException if there is no such version, or it is the present one
     * @throws dev.confluencekit.core.error.ConflictException if the content is still being updated
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the number is not positive
     */
    void delete(int number);
}
