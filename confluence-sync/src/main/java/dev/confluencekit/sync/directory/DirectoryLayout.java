package dev.confluencekit.sync.directory;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.sync.item.ItemKey;
import java.io.IOException;
import java.util.List;

/**
 * Where a {@link DirectoryTarget} keeps what, for links from one file of a mirror to another. Paths have slashes and begin
 * below the mirror's directory. They depend on ids only, so that they stay while titles and parents change; what moves to
 * another space moves to another path.
 */
public final class DirectoryLayout {
    private DirectoryLayout() {}

    /**
     * The file of a body.
     *
     * @param item what the body is of
     * @param spaceId the space that it is in
     * @param fileExtension as {@link dev.confluencekit.sync.item.ItemBody#fileExtension()} has it
     * @return such as {@code spaces/65537/pages/98765.md}
     * @throws InvalidArgumentException if the space's id cannot be one, or the extension is too long
     */
    public static String body(ItemKey item, String spaceId, String fileExtension) {
        try {
            return path(item, spaceId, Names.bodyEnding(fileExtension));
        } catch (IOException e) {
            throw new InvalidArgumentException("fileExtension", "is too long for the ending of a file");
        }
    }

    /**
     * The file of an attachment.
     *
     * @param attachment which one
     * @param spaceId the space of the page or blog post that it is on
     * @param fileName what the site calls it: only its ending shows in the path, and that only if it can do no harm
     * @return such as {@code spaces/65537/attachments/att12.pdf}
     * @throws InvalidArgumentException if the space's id cannot be one
     */
    public static String file(ItemKey attachment, String spaceId, String fileName) {
        return path(attachment, spaceId, Names.fileEnding(fileName, null));
    }

    private static String path(ItemKey item, String spaceId, String ending) {
        try {
            List<String> folder = Names.folder(item, spaceId);
            return String.join("/", folder) + "/" + Names.file(item, ending);
        } catch (IOException e) {
            throw new InvalidArgumentException("spaceId", "cannot be the id of a space");
        }
    }
}
