package dev.confluencekit.content.attachment;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Uploads, which only version 1 of the interface takes, and what its refusals mean. */
final class Uploads {
    /** "Cannot add a new attachment with same file name as an existing attachment: …"; other words may mean the same. */
    private static final String TAKEN = "same file name";

    private static final String ALL = "/wiki/rest/api/content/{id}/child/attachment";

    private final ConfluenceConnection connection;

    Uploads(ConfluenceConnection connection) {
        this.connection = connection;
    }

    /** Stores a file whose name nobody has yet. */
    Attachment create(ContentOwner owner, NewAttachment file) {
        LostUpload lost = LostUpload.ofName(owner, file, false);
        ApiRequest request = upload("POST", "createAttachment", owner, file);
        return explained(
                owner,
                file,
                true,
                () -> exists(owner),
                () -> connection.write(over -> lost.sent(over, () -> send(over, request, owner)), lost));
    }

    /** Stores a file, whoever has its name. Where a look found that nobody has, it is sent again as one that must be new. */
    Attachment put(ContentOwner owner, NewAttachment file) {
        LostUpload lost = LostUpload.ofName(owner, file, true);
        ApiRequest put = upload("PUT", "createOrUpdateAttachments", owner, file);
        ApiRequest create = upload("POST", "createAttachment", owner, file);
        return explained(
                owner,
                file,
                false,
                () -> exists(owner),
                () -> connection.write(
                        over -> lost.sent(over, () -> send(over, lost.isNameFree() ? create : put, owner)), lost));
    }

    /** Stores a new version of an attachment. */
    Attachment version(ContentOwner owner, Attachment read, NewAttachment file) {
        LostUpload lost = LostUpload.ofVersion(read, file);
        ApiRequest request = ApiRequest.of("POST", "updateAttachmentData", ALL + "/{attachmentId}/data")
                .path("id", owner.id())
                .path("attachmentId", read.id().value())
                .multipart(file.multipart())
                .build();
        return explained(
                owner,
                file,
                false,
                () -> exists(read.id()),
                () -> connection.write(over -> lost.sent(over, () -> send(over, request, owner)), lost));
    }

    private static ApiRequest upload(String method, String operation, ContentOwner owner, NewAttachment file) {
        return ApiRequest.of(method, operation, ALL)
                .path("id", owner.id())
                .query("status", file.isOnDraft() ? "draft" : null)
                .multipart(file.multipart())
                .build();
    }

    private static Attachment send(ConfluenceConnection over, ApiRequest request, ContentOwner owner) {
        return over.fetch(request, UploadAnswer.class).on(owner);
    }

    /** Says what a refusal means where the service's own words do not. */
    private Attachment explained(
            ContentOwner owner,
            NewAttachment file,
            boolean nameMustBeFree,
            Supplier<Boolean> isThere,
            Supplier<Attachment> upload) {
        try {
            return upload.get();
        } catch (BadRequestException e) {
            boolean said = e.serviceMessage().toLowerCase(Locale.ROOT).contains(TAKEN);
            if (!said && !nameMustBeFree) {
                throw e;
            }
            Optional<ContentId> holder = looked(
                            e, () -> DefaultAttachmentsClient.named(connection, owner, file.fileName()))
                    .flatMap(found -> found)
                    .map(Attachment::id);
            if (!said && holder.isEmpty()) {
                throw e;
            }
            throw new AttachmentExistsException(file.fileName(), holder.orElse(null), e);
        } catch (NotFoundException e) {
            if (!e.isPassing() && looked(e, isThere).orElse(false)) {
                throw new AttachmentTooLargeException(file.fileName(), file.size(), e);
            }
            throw e;
        }
    }

    /** A look that only explains; if it fails, the refusal stands as it is. */
    private static <T> Optional<T> looked(ConfluenceException refusal, Supplier<T> look) {
        try {
            return Optional.of(look.get());
        } catch (ConfluenceException e) {
            refusal.addSuppressed(e);
            return Optional.empty();
        }
    }

    private boolean exists(ContentOwner owner) {
        connection
                .list(AttachmentQuery.of(owner).toApiRequest(), Attachment.class, 1, null)
                .first();
        return true;
    }

    private boolean exists(ContentId id) {
        DefaultAttachmentsClient.read(connection, id, null);
        return true;
    }
}
