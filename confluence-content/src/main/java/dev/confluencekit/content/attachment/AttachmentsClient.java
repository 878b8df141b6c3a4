package dev.confluencekit.content.attachment;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.label.LabelsClient;
import dev.confluencekit.content.operation.OperationsClient;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.property.PropertiesClient;
import dev.confluencekit.content.version.VersionsClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transfer.Downloaded;
import java.util.Optional;

/**
 * Files on pages, blog posts and custom content. Files are streamed both ways. Safe for use by many threads.
 *
 * <p>Methods that ask the service throw {@link dev.confluencekit.core.error.ConfluenceException}; they need the scopes
 * {@code read:attachment:confluence}, {@code write:confluence-file} and {@code delete:attachment:confluence}.
 *
 * <p>Uploads whose answer is lost are looked for by name, size, comment and time before they are sent again. Nothing of a
 * file's content is told by the service, so that two files of the same size cannot be told apart: give each version a comment
 * of its own where that matters.
 */
public interface AttachmentsClient {
    /**
     * A client over a connection, for use without the integration facade.
     *
     * @param connection the connection; it stays the caller's to close
     * @return a client
     */
    static AttachmentsClient over(ConfluenceConnection connection) {
        return new DefaultAttachmentsClient(connection);
    }

    /**
     * Lists attachments; one request for each 250.
     *
     * @param query which
     * @return the attachments
     */
    Paged<Attachment> list(AttachmentQuery query);

    /**
     * Reads what is known of one; one request.
     *
     * @param id its id, such as {@code att98310}
     * @return the attachment in its present version
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    Attachment get(ContentId id);

    /**
     * Reads what is known of one in an earlier version; one request.
     *
     * @param id its id
     * @param version the number of the version
     * @return the attachment as it was
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the number is not positive
     */
    Attachment get(ContentId id, int version);

    /**
     * Reads one that may not be there; one request.
     *
     * @param id its id
     * @return the attachment, or empty if it does not exist or the account may not see it
     */
    Optional<Attachment> find(ContentId id);

    /**
     * Finds one by its file name; one request. A current one goes before an archived one, those in the trash do not count.
     *
     * @param owner the page, blog post or custom content that it is on
     * @param fileName its whole name, in upper and lower case
     * @return the attachment, or empty
     * @throws dev.confluencekit.core.error.NotFoundException if the owner does not exist or the account may not see it
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner is of another kind, or the name is blank
     */
    Optional<Attachment> find(ContentOwner owner, String fileName);

    /**
     * Uploads a file that must not be there yet; one request.
     *
     * @param owner the page, blog post or custom content to attach it to
     * @param file the file
     * @return the attachment in its first version, with what the service's answer tells of it
     * @throws AttachmentExistsException if there is an attachment of that name
     * @throws AttachmentTooLargeException if it is larger than the site allows
     * @throws dev.confluencekit.core.error.NotFoundException if the owner does not exist or the account may not see it
     * @throws dev.confluencekit.core.error.LocalContentException if its bytes cannot be read, or are more or fewer than said
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer is lost and looking cannot tell
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner is of another kind
     */
    Attachment upload(ContentOwner owner, NewAttachment file);

    /**
     * Uploads a file, as a new version if there is one of that name; one request.
     *
     * @param owner the page, blog post or custom content to attach it to
     * @param file the file
     * @return the attachment in its new version, with what the service's answer tells of it
     * @throws AttachmentExistsException if the answer was lost and somebody else uploaded a first file of that name meanwhile
     * @throws AttachmentTooLargeException if it is larger than the site allows
     * @throws dev.confluencekit.core.error.NotFoundException if the owner does not exist or the account may not see it
     * @throws dev.confluencekit.core.error.LocalContentException if its bytes cannot be read, or are more or fewer than said
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer is lost and looking cannot tell
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the owner is of another kind
     */
    Attachment put(ContentOwner owner, NewAttachment file);

    /**
     * Uploads a new version of an attachment; one request. It keeps its name, whatever the file is called. The service
     * takes no version to start from: versions that others upload at the same time follow one another.
     *
     * @param read the attachment as it was read: it must say what it is on
     * @param file the file
     * @return the attachment in its new version, with what the service's answer tells of it
     * @throws AttachmentTooLargeException if it is larger than the site allows
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     * @throws dev.confluencekit.core.error.LocalContentException if its bytes cannot be read, or are more or fewer than said
     * @throws dev.confluencekit.core.error.OutcomeUnknownException if the answer is lost and looking cannot tell
     * @throws dev.confluencekit.core.error.InvalidArgumentException if {@code read} does not say what it is on, or has a name
     *     that cannot be sent, such as one with a double quote
     */
    Attachment newVersion(Attachment read, NewAttachment file);

    /**
     * Uploads a new version of an attachment; two requests, of which the first reads it.
     *
     * @param id its id
     * @param file the file
     * @return the attachment in its new version
     * @throws dev.confluencekit.core.error.ConfluenceException as {@link #newVersion(Attachment, NewAttachment)}
     */
    default Attachment newVersion(ContentId id, NewAttachment file) {
        return newVersion(get(id), file);
    }

    /**
     * Changes the name, the type or the place of an attachment (v1 {@code updateAttachmentProperties}); one request. No new
     * version comes of it.
     *
     * @param read the attachment as it was read: it must say what it is on and have its version
     * @param change what to change
     * @return the attachment, with what the service's answer tells of it
     * @throws dev.confluencekit.core.error.ConflictException if a new version was uploaded since it was read
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     * @throws dev.confluencekit.core.error.InvalidArgumentException if {@code read} lacks something, or nothing is to change
     */
    Attachment update(Attachment read, AttachmentUpdate change);

    /**
     * Puts one into the trash; one request.
     *
     * @param id its id
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    void delete(ContentId id);

    /**
     * Deletes one that is in the trash for good; one request. The account must administer the space.
     *
     * @param id its id
     * @throws dev.confluencekit.core.error.BadRequestException if it is not in the trash
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     */
    void purge(ContentId id);

    /**
     * Fetches the file, in the version that was read (v1 {@code downloadAttatchment}); one request to the site and one to
     * Atlassian's media host, which gets nothing but the signed address. Into a path it is all or nothing: a file of that
     * name appears whole or not at all. Unless {@code download} says otherwise, it must have the size that was read.
     *
     * @param read the attachment as it was read: it must say what it is on
     * @param download where the file goes to
     * @return what has arrived
     * @throws dev.confluencekit.core.error.NotFoundException if it does not exist or the account may not see it
     * @throws dev.confluencekit.core.error.ConfluenceTransportException if it does not arrive whole, after several tries
     * @throws dev.confluencekit.core.error.ConfluenceProtocolException if it has another size
     * @throws dev.confluencekit.core.error.UntrustedRedirectException if the site redirects to anywhere but the media host
     * @throws dev.confluencekit.core.error.LocalContentException if the file or stream to write to fails
     * @throws dev.confluencekit.core.error.InvalidArgumentException if {@code read} does not say what it is on
     */
    Downloaded download(Attachment read, Download download);

    /**
     * Fetches the file in its present version; as {@link #download(Attachment, Download)}, after a request that reads it.
     *
     * @param id the id of the attachment
     * @param download where the file goes to
     * @return what has arrived
     * @throws dev.confluencekit.core.error.ConfluenceException as {@link #download(Attachment, Download)}
     */
    default Downloaded download(ContentId id, Download download) {
        return download(get(id), download);
    }

    /**
     * Fetches a small image of an attachment in the service's own size ({@code getAttachmentThumbnailById}), as files are
     * fetched. What is no image gives no image bytes: look at {@link Downloaded#mediaType}.
     *
     * @param id the id of the attachment
     * @param download where the image goes to
     * @return what has arrived
     * @throws dev.confluencekit.core.error.NotFoundException if there is no such attachment or no image of it
     */
    Downloaded thumbnail(ContentId id, Download download);

    /**
     * Fetches a small image of an attachment, as {@link #thumbnail(ContentId, Download)}.
     *
     * @param id the id of the attachment
     * @param width how wide it should be, in pixels
     * @param height how high it should be, in pixels
     * @param download where the image goes to
     * @return what has arrived
     * @throws dev.confluencekit.core.error.NotFoundException if there is no such attachment or no image of it
     * @throws dev.confluencekit.core.error.InvalidArgumentException if width or height is not positive
     */
    Downloaded thumbnail(ContentId id, int width, int height, Download download);

    /**
     * The labels of an attachment.
     *
     * @param id its id
     * @return a client
     */
    LabelsClient labels(ContentId id);

    /**
     * The properties of an attachment.
     *
     * @param id its id
     * @return a client
     */
    PropertiesClient properties(ContentId id);

    /**
     * The versions of an attachment.
     *
     * @param id its id
     * @return a client
     */
    VersionsClient versions(ContentId id);

    /**
     * What the account may do with an attachment.
     *
     * @param id its id
     * @return a client
     */
    OperationsClient operations(ContentId id);
}
