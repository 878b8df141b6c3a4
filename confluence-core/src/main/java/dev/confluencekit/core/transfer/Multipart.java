package dev.confluencekit.core.transfer;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an attachment's upload as Confluence takes it: the file, whether its watchers are told, and a comment on the
 * version. Immutable; each method gives a changed copy.
 */
public final class Multipart {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+");

    private final String fileName;
    private final ContentSource source;
    private final String mediaType;
    private final boolean minorEdit;
    private final @Nullable String comment;
    private final @Nullable TransferProgress progress;

    private Multipart(
            String fileName,
            ContentSource source,
            String mediaType,
            boolean minorEdit,
            @Nullable String comment,
            @Nullable TransferProgress progress) {
        this.fileName = fileName;
        this.source = source;
        this.mediaType = mediaType;
        this.minorEdit = minorEdit;
        this.comment = comment;
        this.progress = progress;
    }

    /**
     * A file under a name, as {@code application/octet-stream}, a change that its watchers are told of.
     *
     * @param fileName the name that the attachment is to have, in any script
     * @param source its bytes
     * @return the body
     * @throws InvalidArgumentException if the name is blank, {@code .} or {@code ..}, or holds a slash, a backslash (the
     *     service would cut it there), a double quote, a control character, or half a surrogate pair
     */
    public static Multipart of(String fileName, ContentSource source) {
        return new Multipart(checkedName(fileName), source, "application/octet-stream", false, null, null);
    }

    private static String checkedName(String name) {
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            throw new InvalidArgumentException("fileName", "is no name of a file");
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw new InvalidArgumentException("fileName", "must be a name without a path");
        }
        if (name.indexOf('"') >= 0) {
            throw new InvalidArgumentException("fileName", "must not hold a double quote");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException("fileName", "must not hold control characters");
        }
        requireCharacters("fileName", name);
        return name;
    }

    private static void requireCharacters(String parameter, String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new InvalidArgumentException(parameter, "holds half a surrogate pair, which is no character");
        }
    }

    /**
     * Names the type of the file.
     *
     * @param type for example {@code image/png}, without parameters
     * @return a changed copy
     * @throws InvalidArgumentException if it is no media type
     */
    public Multipart mediaType(String type) {
        if (!MEDIA_TYPE.matcher(type).matches()) {
            throw new InvalidArgumentException("mediaType", "must be a media type such as image/png");
        }
        return new Multipart(fileName, source, type, minorEdit, comment, progress);
    }

    /**
     * Says whether the change is too small to tell watchers of it.
     *
     * @param minor true for a minor edit
     * @return a changed copy
     */
    public Multipart minorEdit(boolean minor) {
        return new Multipart(fileName, source, mediaType, minor, comment, progress);
    }

    /**
     * Sets the comment on this version of the file.
     *
     * @param text any text
     * @return a changed copy
     * @throws InvalidArgumentException if it holds half a surrogate pair
     */
    public Multipart comment(String text) {
        requireCharacters("comment", text);
        return new Multipart(fileName, source, mediaType, minorEdit, text, progress);
    }

    /**
     * Sets who is told how far the upload is.
     *
     * @param listener told of the bytes of the file that were handed to the network
     * @return a changed copy
     */
    public Multipart progress(TransferProgress listener) {
        return new Multipart(fileName, source, mediaType, minorEdit, comment, listener);
    }

    /**
     * The name that the attachment is to have.
     *
     * @return a name without a path
     */
    public String fileName() {
        return fileName;
    }

    /**
     * The bytes of the file.
     *
     * @return the source
     */
    public ContentSource source() {
        return source;
    }

    /**
     * The type of the file.
     *
     * @return for example {@code application/octet-stream}
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * Whether the change is too small to tell watchers of it.
     *
     * @return true for a minor edit
     */
    public boolean isMinorEdit() {
        return minorEdit;
    }

    /**
     * The comment on this version of the file.
     *
     * @return the comment, if there is one
     */
    public Optional<String> comment() {
        return Optional.ofNullable(comment);
    }

    /**
     * Who is told how far the upload is.
     *
     * @return the listener, if there is one
     */
    public Optional<TransferProgress> progress() {
        return Optional.ofNullable(progress);
    }

    /**
     * Name and size.
     *
     * @return never the content
     */
    @Override
    public String toString() {
        return fileName + ", " + source.length() + " bytes";
    }
}
