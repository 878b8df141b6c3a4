package dev.confluencekit.content.attachment;

import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.version.Version;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of an attachment besides its bytes: its name, its type, what it is on. Immutable: each method gives a
 * changed copy.
 */
public final class AttachmentUpdate {
    private static final int LONGEST_NAME = 255;

    private final @Nullable String fileName;
    private final @Nullable String mediaType;
    private final @Nullable ContentOwner owner;

    private AttachmentUpdate(@Nullable String fileName, @Nullable String mediaType, @Nullable ContentOwner owner) {
        this.fileName = fileName;
        this.mediaType = mediaType;
        this.owner = owner;
    }

    /**
     * Nothing yet.
     *
     * @return a change without effect, to be filled
     */
    public static AttachmentUpdate create() {
        return new AttachmentUpdate(null, null, null);
    }

    /**
     * Gives it another file name.
     *
     * @param name the name from now on
     * @return a changed copy
     * @throws InvalidArgumentException if it is blank or longer than 255 characters
     */
    public AttachmentUpdate fileName(String name) {
        if (Checks.text("fileName", name).length() > LONGEST_NAME) {
            throw new InvalidArgumentException("fileName", "must not be longer than " + LONGEST_NAME + " characters");
        }
        return new AttachmentUpdate(name, mediaType, owner);
    }

    /**
     * Gives it another type.
     *
     * @param type such as {@code image/png}
     * @return a changed copy
     * @throws InvalidArgumentException if it is blank
     */
    public AttachmentUpdate mediaType(String type) {
        return new AttachmentUpdate(fileName, Checks.text("mediaType", type), owner);
    }

    /**
     * Moves it.
     *
     * @param target the page or blog post that it is on from now on
     * @return a changed copy
     * @throws InvalidArgumentException if it is of another kind
     */
    public AttachmentUpdate moveTo(ContentOwner target) {
        if (target.kind() != OwnerKind.PAGE && target.kind() != OwnerKind.BLOG_POST) {
            throw new InvalidArgumentException("target", "must be a page or a blog post");
        }
        return new AttachmentUpdate(fileName, mediaType, target);
    }

    /** Where it is afterwards. */
    ContentOwner ownerAfter(ContentOwner before) {
        return owner == null ? before : owner;
    }

    /** Whether an attachment is as this change would leave it. */
    boolean isDoneTo(Attachment attachment) {
        return (fileName == null || fileName.equals(attachment.title()))
                && (mediaType == null || mediaType.equals(attachment.mediaType()))
                && (owner == null || attachment.owner().filter(owner::equals).isPresent());
    }

    /** The specification wants all three, although only the number is compared. */
    private static JsonBody presentVersion(Attachment read, int number) {
        Version version = read.version();
        Instant when = version == null ? null : version.createdAt();
        return new JsonBody()
                .with("number", number)
                .with("minorEdit", version != null && Boolean.TRUE.equals(version.minorEdit()))
                .with("when", when == null ? null : when.toString());
    }

    /** The body of the request, for the attachment in a version. */
    String json(Attachment read, int number) {
        if (fileName == null && mediaType == null && owner == null) {
            throw new InvalidArgumentException("change", "changes nothing");
        }
        JsonBody json = new JsonBody()
                .with("id", read.id().value())
                .with("type", "attachment")
                .with("status", "current")
                .with("version", presentVersion(read, number).members())
                .with("title", fileName == null ? read.title() : fileName);
        if (mediaType != null) {
            json.with("metadata", new JsonBody().with("mediaType", mediaType).members());
        }
        if (owner != null) {
            String type = owner.kind() == OwnerKind.PAGE ? "page" : "blogpost";
            json.with(
                    "container",
                    new JsonBody().with("id", owner.id()).with("type", type).members());
        }
        return json.json();
    }
}
