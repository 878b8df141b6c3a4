package dev.confluencekit.content.attachment;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.transfer.ContentSource;
import dev.confluencekit.core.transfer.Multipart;
import dev.confluencekit.core.transfer.TransferProgress;
import java.nio.file.Path;

/**
 * A file to be uploaded, and what is said of it. Its bytes are streamed, never held as a whole. Immutable: each method
 * gives a changed copy.
 */
public final class NewAttachment {
    private static final int LONGEST_NAME = 255;

    private final Multipart multipart;
    private final boolean draft;

    private NewAttachment(Multipart multipart, boolean draft) {
        this.multipart = multipart;
        this.draft = draft;
    }

    /**
     * A file under a name.
     *
     * @param fileName the name that the attachment is to have, in any script
     * @param source its bytes
     * @return the file, as {@code application/octet-stream}
     * @throws InvalidArgumentException if the name is blank, {@code .} or {@code ..}, longer than 255 characters, or holds a
     *     slash, a backslash, a double quote, a control character, or half a surrogate pair
     */
    public static NewAttachment of(String fileName, ContentSource source) {
        return new NewAttachment(named(fileName, source), false);
    }

    /**
     * A file in memory under a name.
     *
     * @param fileName the name that the attachment is to have
     * @param bytes its bytes, copied
     * @return the file, as {@code application/octet-stream}
     * @throws InvalidArgumentException as {@link #of(String, ContentSource)}
     */
    public static NewAttachment of(String fileName, byte[] bytes) {
        return of(fileName, ContentSource.of(bytes));
    }

    /**
     * A file of this machine, under its own name and with the size that it has now.
     *
     * @param file a regular file
     * @return the file, as {@code application/octet-stream}
     * @throws InvalidArgumentException if it cannot be read, or its name is refused by {@link #of(String, ContentSource)}
     */
    public static NewAttachment of(Path file) {
        Path name = file.getFileName();
        if (name == null) {
            throw new InvalidArgumentException("file", "has no name");
        }
        return of(name.toString(), ContentSource.of(file));
    }

    private static Multipart named(String fileName, ContentSource source) {
        if (fileName.length() > LONGEST_NAME) {
            throw new InvalidArgumentException("fileName", "must not be longer than " + LONGEST_NAME + " characters");
        }
        return Multipart.of(fileName, source);
    }

    /**
     * Names the type of the file.
     *
     * @param type for example {@code image/png}, without parameters
     * @return a changed copy
     * @throws InvalidArgumentException if it is no media type
     */
    public NewAttachment mediaType(String type) {
        return new NewAttachment(multipart.mediaType(type), draft);
    }

    /**
     * Sets the comment on this version of the file.
     *
     * @param text any text
     * @return a changed copy
     * @throws InvalidArgumentException if it holds half a surrogate pair
     */
    public NewAttachment comment(String text) {
        return new NewAttachment(multipart.comment(text), draft);
    }

    /**
     * Makes it a change that watchers are not told of.
     *
     * @return a changed copy
     */
    public NewAttachment minorEdit() {
        return new NewAttachment(multipart.minorEdit(true), draft);
    }

    /**
     * Says that what it is attached to is a draft.
     *
     * @return a changed copy
     */
    public NewAttachment onDraft() {
        return new NewAttachment(multipart, true);
    }

    /**
     * Sets who is told how far the upload is.
     *
     * @param listener told of the bytes of the file that were handed to the network
     * @return a changed copy
     */
    public NewAttachment progress(TransferProgress listener) {
        return new NewAttachment(multipart.progress(listener), draft);
    }

    /** The same bytes under another name. */
    NewAttachment named(String fileName) {
        Multipart renamed = named(fileName, multipart.source())
                .mediaType(multipart.mediaType())
                .minorEdit(multipart.isMinorEdit());
        if (multipart.comment().isPresent()) {
            renamed = renamed.comment(multipart.comment().get());
        }
        if (multipart.progress().isPresent()) {
            renamed = renamed.progress(multipart.progress().get());
        }
        return new NewAttachment(renamed, draft);
    }

    Multipart multipart() {
        return multipart;
    }

    boolean isOnDraft() {
        return draft;
    }

    String fileName() {
        return multipart.fileName();
    }

    long size() {
        return multipart.source().length();
    }

    String comment() {
        return multipart.comment().orElse("");
    }

    /**
     * Name and size.
     *
     * @return never the content
     */
    @Override
    public String toString() {
        return multipart.toString();
    }
}
