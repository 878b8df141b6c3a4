package dev.confluencekit.content.attachment;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.Reconciler;
import dev.confluencekit.core.error.BadRequestException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a file whose answer was lost: a version that was made since the upload began, of the same size and with the same
 * comment. Attachments are found by name in a listing, which lags, and are then read by id, which does not. For one call.
 */
final class LostUpload implements Reconciler<Attachment> {
    /** A listing may lag so long; and a file that was received whole may be stored so late. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The service's clock is known to the second. */
    private static final Duration DOUBT = Duration.ofSeconds(5);

    /** As long as its clock is not known at all. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private static final int MOST_VERSIONS = 10;
    /** After so many, what no listing shows is not tried again, and may still turn up. */
    private static final int LAST_SENDING = 3;

    private final Function<ConfluenceConnection, Optional<ContentId>> whose;
    private final NewAttachment file;
    private final boolean versions;
    private final int base;
    private final String where;
    private @Nullable Instant begun;
    private int sendings;
    private boolean refused;
    private boolean nameFree;

    private LostUpload(
            Function<ConfluenceConnection, Optional<ContentId>> whose,
            NewAttachment file,
            boolean versions,
            int base,
            String where) {
        this.whose = whose;
        this.file = file;
        this.versions = versions;
        this.base = base;
        this.where = where;
    }

    /** Looks for a file by its name; {@code versions} says whether it may be another version of what is there. */
    static LostUpload ofName(ContentOwner owner, NewAttachment file, boolean versions) {
        return new LostUpload(
                over -> DefaultAttachmentsClient.named(over, owner, file.fileName())
                        .map(Attachment::id),
                file,
                versions,
                0,
                "the attachment \"" + file.fileName() + "\" of " + owner);
    }

    /** Looks for a version of an attachment after the one that was read. */
    static LostUpload ofVersion(Attachment read, NewAttachment file) {
        Integer number = read.version() == null ? null : read.version().number();
        return new LostUpload(
                over -> Optional.of(read.id()), file, true, number == null ? 0 : number, "attachment " + read.id());
    }

    /** Sends, and takes note of a refusal that may be due to the sending before. */
    Attachment sent(ConfluenceConnection over, Supplier<Attachment> sending) {
        if (begun == null) {
            begun = over.time().now();
        }
        sendings++;
        refused = false;
        try {
            return sending.get();
        } catch (BadRequestException e) {
            refused = true;
            throw e;
        }
    }

    /** Whether a look has found that nothing of the name is there. */
    boolean isNameFree() {
        return nameFree;
    }

    @Override
    public Finding<Attachment> look(ConfluenceConnection connection) {
        Optional<ContentId> id = whose.apply(connection);
        nameFree = id.isEmpty();
        if (id.isEmpty()) {
            return refused || sendings == LAST_SENDING ? Finding.undecided(hint()) : Finding.noTrace();
        }
        Attachment present = DefaultAttachmentsClient.read(connection, id.get(), null);
        Instant earliest = earliest(connection);
        Attachment version = present;
        for (int seen = 1; true; seen++) {
            Integer number =
                    version.version() == null ? null : version.version().number();
            Instant made = version.version() == null ? null : version.version().createdAt();
            if (number == null || made == null) {
                return Finding.undecided(hint());
            }
            if (number <= base || made.isBefore(earliest)) {
                return notOurs(present);
            }
            if (isOurs(version)) {
                return Finding.tookEffect(version);
            }
            if (number == 1) {
                return notOurs(present);
            }
            if (seen == MOST_VERSIONS) {
                return Finding.undecided(hint());
            }
            version = DefaultAttachmentsClient.read(connection, present.id(), number - 1);
        }
    }

    private Finding<Attachment> notOurs(Attachment holder) {
        return versions
                ? Finding.noTrace()
                : Finding.overtaken(new AttachmentExistsException(file.fileName(), holder.id(), null));
    }

    private boolean isOurs(Attachment version) {
        String comment = version.comment();
        String message = version.version() == null ? null : version.version().message();
        boolean sameWords = file.comment().isEmpty()
                ? isEmpty(comment) && isEmpty(message)
                : file.comment().equals(comment) || file.comment().equals(message);
        return sameWords && Long.valueOf(file.size()).equals(version.fileSize());
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    /** By the service's clock, of which the answers to the look have told. */
    private Instant earliest(ConfluenceConnection connection) {
        Instant start = begun == null ? connection.time().now() : begun;
        Duration difference = connection.condition().clockDifference();
        return difference == null ? start.minus(CLOCKS) : start.plus(difference).minus(DOUBT);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public String hint() {
        return "Look in a minute whether " + where + " has a version of " + file.size()
                + " bytes that was made just now.";
    }
}
