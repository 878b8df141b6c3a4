package dev.confluencekit.testkit.internal.site;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an inline comment is on, and whether it is settled.
 *
 * @param markerRef what the marker in the body calls it
 * @param selection the words when it was made
 * @param resolution what people made of it; words that are gone show in the body only
 * @param modifierId who settled or reopened it last, if anybody did
 * @param modifiedAt when that was
 */
public record CommentAnchor(
        String markerRef,
        String selection,
        Resolution resolution,
        @Nullable String modifierId,
        @Nullable Instant modifiedAt) {

    /** What people make of an inline comment. */
    public enum Resolution {
        /** As it was made. */
        OPEN,
        /** Settled. */
        RESOLVED,
        /** Settled once, and open again. */
        REOPENED
    }

    /** The same after somebody settled or reopened it; unchanged if it was so already. */
    CommentAnchor resolved(boolean settled, String by, Instant at) {
        if (settled == (resolution == Resolution.RESOLVED)) {
            return this;
        }
        return new CommentAnchor(markerRef, selection, settled ? Resolution.RESOLVED : Resolution.REOPENED, by, at);
    }
}
