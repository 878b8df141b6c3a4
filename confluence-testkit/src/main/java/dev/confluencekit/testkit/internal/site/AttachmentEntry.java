package dev.confluencekit.testkit.internal.site;

import java.util.List;
import java.util.Optional;

/**
 * An attachment.
 *
 * @param id its number; the service writes {@code att} before it
 * @param ownerId the page or blog post that it is on
 * @param title its file name
 * @param mediaType its type
 * @param trashed whether it is in the trash
 * @param versions its versions, oldest first
 */
public record AttachmentEntry(
        long id, long ownerId, String title, String mediaType, boolean trashed, List<FileVersion> versions) {

    /**
     * Gives the id as the service writes it.
     *
     * @return for example {@code att98310}
     */
    public String wireId() {
        return "att" + id;
    }

    /**
     * Gives what bodies call the file.
     *
     * @return an id that is not the attachment's
     */
    public String fileId() {
        return String.format("%08x-0000-4000-8000-%012x", ownerId & 0xffff_ffffL, id);
    }

    /**
     * Gives its present version.
     *
     * @return the last one
     */
    public FileVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /**
     * Finds a version.
     *
     * @param number its number
     * @return the version, or empty
     */
    public Optional<FileVersion> version(long number) {
        return versions.stream().filter(one -> one.number() == number).findFirst();
    }
}
