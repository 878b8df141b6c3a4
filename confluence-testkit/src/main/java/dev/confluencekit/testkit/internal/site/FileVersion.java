package dev.confluencekit.testkit.internal.site;

import java.time.Instant;

/** One version of the file of an attachment. */
public final class FileVersion {

    private final int number;
    private final byte[] content;
    private final String comment;
    private final boolean minorEdit;
    private final String authorId;
    private final Instant createdAt;

    FileVersion(int number, byte[] content, String comment, boolean minorEdit, String authorId, Instant createdAt) {
        this.number = number;
        this.content = content;
        this.comment = comment;
        this.minorEdit = minorEdit;
        this.authorId = authorId;
        this.createdAt = createdAt;
    }

    /** The same at another place. */
    FileVersion at(int place) {
        return new FileVersion(place, content, comment, minorEdit, authorId, createdAt);
    }

    /**
     * Gives its number.
     *
     * @return counts from 1
     */
    public int number() {
        return number;
    }

    /**
     * Gives its bytes.
     *
     * @return the bytes, not copied: there may be many
     */
    public byte[] content() {
        return content;
    }

    /**
     * Gives what was said of it.
     *
     * @return the comment, or empty
     */
    public String comment() {
        return comment;
    }

    /**
     * Tells whether watchers were not told of it.
     *
     * @return true for a minor edit
     */
    public boolean minorEdit() {
        return minorEdit;
    }

    /**
     * Gives who uploaded it.
     *
     * @return an account id
     */
    public String authorId() {
        return authorId;
    }

    /**
     * Gives when it was uploaded.
     *
     * @return by the simulator's clock
     */
    public Instant createdAt() {
        return createdAt;
    }
}
