package dev.confluencekit.content.attachment;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.core.error.ConfluenceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** There is an attachment of this file name already, so nothing was stored. The cause is the service's refusal. */
public final class AttachmentExistsException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final String fileName;
    private final @Nullable String holder;

    /**
     * Names the file and who has its name.
     *
     * @param fileName the file name
     * @param holder the attachment that has it, or null if the listing does not show it
     * @param cause the refusal, or null if the holder was found before anything was refused
     */
    public AttachmentExistsException(String fileName, @Nullable ContentId holder, @Nullable ConfluenceException cause) {
        super("There is an attachment \"" + fileName + "\" already" + (holder == null ? "" : ": " + holder)
                + ". Upload the file as its new version, or under another name.");
        this.fileName = fileName;
        this.holder = holder == null ? null : holder.value();
        if (cause != null) {
            initCause(cause);
        }
    }

    /**
     * The file name.
     *
     * @return the name that was wanted
     */
    public String fileName() {
        return fileName;
    }

    /**
     * The attachment that has the name.
     *
     * @return its id, if the listing of what it is on shows it
     */
    public Optional<ContentId> holder() {
        return Optional.ofNullable(holder).map(ContentId::of);
    }
}
