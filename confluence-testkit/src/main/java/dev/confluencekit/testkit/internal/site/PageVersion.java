package dev.confluencekit.testkit.internal.site;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * One version of a page.
 *
 * @param number the version number, from 1
 * @param message the comment, possibly empty
 * @param minorEdit whether nobody was notified
 * @param authorId its author
 * @param createdAt when it was made
 * @param title the title then
 * @param storage gives the body then, in storage format
 */
public record PageVersion(
        int number,
        String message,
        boolean minorEdit,
        String authorId,
        Instant createdAt,
        String title,
        Supplier<String> storage) {

    /** The same at another place. */
    PageVersion at(int place) {
        return new PageVersion(place, message, minorEdit, authorId, createdAt, title, storage);
    }
}
