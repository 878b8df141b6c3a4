package dev.confluencekit.content.attachment;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.Lookups;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.label.LabelsClient;
import dev.confluencekit.content.operation.OperationsClient;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.property.PropertiesClient;
import dev.confluencekit.content.version.VersionsClient;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import dev.confluencekit.core.transfer.Download;
import dev.confluencekit.core.transfer.Downloaded;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attachments over a connection. */
final class DefaultAttachmentsClient implements AttachmentsClient {
    private static final String ONE = "/wiki/rest/api/content/{id}/child/attachment/{attachmentId}";

    private final ConfluenceConnection connection;
    private final Uploads uploads;

    DefaultAttachmentsClient(ConfluenceConnection connection) {
        this.connection = connection;
        this.uploads = new Uploads(connection);
    }

    @Override
    public Paged<Attachment> list(AttachmentQuery query) {
        return connection.list(query.toApiRequest(), Attachment.class, Batch.LARGEST, null);
    }

    @Override
    public Attachment get(ContentId id) {
        return read(connection, id, null);
    }

    @Override
    public Attachment get(ContentId id, int version) {
        return read(connection, id, Checks.positive("version", version));
    }

    /** Reads one, in its present version or an earlier one. */
    static Attachment read(ConfluenceConnection over, ContentId id, @Nullable Integer version) {
        ApiRequest request = OwnedRequests.get("get*ById", ContentOwner.attachment(id), "")
                .query("version", version)
                .build();
        return over.fetch(request, Attachment.class);
    }

    @Override
    public Optional<Attachment> find(ContentId id) {
        return Lookups.find(() -> get(id));
    }

    @Override
    public Optional<Attachment> find(ContentOwner owner, String fileName) {
        return named(connection, owner, fileName);
    }

    /** Finds one by its name. */
    static Optional<Attachment> named(ConfluenceConnection over, ContentOwner owner, String fileName) {
        ApiRequest request = AttachmentQuery.of(owner).fileName(fileName).toApiRequest();
        List<Attachment> all = over.list(request, Attachment.class, Batch.LARGEST, null).stream()
                .filter(one -> fileName.equals(one.title()))
                .toList();
        return all.stream()
                .filter(one -> ContentStatus.CURRENT.equals(one.status()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    @Override
    public Attachment upload(ContentOwner owner, NewAttachment file) {
        return uploads.create(AttachmentQuery.requireHolder(owner), file);
    }

    @Override
    public Attachment put(ContentOwner owner, NewAttachment file) {
        return uploads.put(AttachmentQuery.requireHolder(owner), file);
    }

    @Override
    public Attachment newVersion(Attachment read, NewAttachment file) {
        NewAttachment named = read.title() == null ? file : file.named(read.title());
        return uploads.version(ownerOf(read), read, named);
    }

    @Override
    public Attachment update(Attachment read, AttachmentUpdate change) {
        ContentOwner owner = ownerOf(read);
        Integer number = read.version() == null ? null : read.version().number();
        if (number == null) {
            throw new InvalidArgumentException("read", "must have its version, as the service gives it");
        }
        ApiRequest request = ApiRequest.of("PUT", "updateAttachmentProperties", ONE)
                .path("id", owner.id())
                .path("attachmentId", read.id().value())
                .jsonBody(change.json(read, number))
                .build();
        return connection.write(
                over -> over.fetch(request, UploadAnswer.class).on(change.ownerAfter(owner)), looking -> {
                    // To change it twice is to change it once.
                    Attachment now = read(looking, read.id(), null);
                    return change.isDoneTo(now) ? Finding.tookEffect(now) : Finding.noTrace();
                });
    }

    @Override
    public void delete(ContentId id) {
        remove(id, null);
    }

    @Override
    public void purge(ContentId id) {
        remove(id, true);
    }

    private void remove(ContentId id, @Nullable Boolean purge) {
        connection.send(OwnedRequests.of("DELETE", "delete*", ContentOwner.attachment(id), "")
                .query("purge", purge)
                .build());
    }

    @Override
    public Downloaded download(Attachment read, Download download) {
        ContentStatus status = read.status();
        ApiRequest request = ApiRequest.get("downloadAttatchment", ONE + "/download")
                .path("id", ownerOf(read).id())
                .path("attachmentId", read.id().value())
                .query("version", read.version() == null ? null : read.version().number())
                .query("status", ContentStatus.CURRENT.equals(status) ? null : status)
                .build();
        Long size = read.fileSize();
        if (size == null || size < 0 || download.expectedSize().isPresent()) {
            return connection.download(request, download);
        }
        return connection.download(request, download.expectedSize(size));
    }

    @Override
    public Downloaded thumbnail(ContentId id, Download download) {
        return thumbnail(id, null, null, download);
    }

    @Override
    public Downloaded thumbnail(ContentId id, int width, int height, Download download) {
        Integer positive = Checks.positive("width", width);
        return thumbnail(id, positive, Integer.valueOf(Checks.positive("height", height)), download);
    }

    private Downloaded thumbnail(ContentId id, @Nullable Integer width, @Nullable Integer height, Download download) {
        ApiRequest request = OwnedRequests.get("get*ThumbnailById", ContentOwner.attachment(id), "/thumbnail/download")
                .query("width", width)
                .query("height", height)
                .build();
        return connection.download(request, download);
    }

    @Override
    public LabelsClient labels(ContentId id) {
        return LabelsClient.over(connection, ContentOwner.attachment(id));
    }

    @Override
    public PropertiesClient properties(ContentId id) {
        return PropertiesClient.over(connection, ContentOwner.attachment(id));
    }

    @Override
    public VersionsClient versions(ContentId id) {
        return VersionsClient.over(connection, ContentOwner.attachment(id));
    }

    @Override
    public OperationsClient operations(ContentId id) {
        return OperationsClient.over(connection, ContentOwner.attachment(id));
    }

    private static ContentOwner ownerOf(Attachment read) {
        return read.owner()
                .orElseThrow(() -> new InvalidArgumentException(
                        "read", "must say what it is on, as the service does when it gives an attachment"));
    }
}
