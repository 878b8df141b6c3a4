package dev.confluencekit.testkit;

import java.util.Locale;

/** The status of a page, as the {@code status} member and parameter of the page operations name it. */
public enum PageStatus {
    /** Published. */
    CURRENT,
    /** Put away by its owners; listed by default together with current pages. */
    ARCHIVED,
    /** In the trash: readable by id and by {@code status=trashed}, otherwise unlisted. */
    TRASHED,
    /** Deleted, but still known to the service. */
    DELETED,
    /** Never published: listed nowhere, readable by id when a draft is asked for. */
    DRAFT;

    /**
     * Gives the word used on the wire.
     *
     * @return the lower-case name
     */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a status by its word on the wire.
     *
     * @param wireName a lower-case name such as {@code archived}
     * @return the status
     * @throws IllegalArgumentException if there is none
     */
    public static PageStatus fromWireName(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
