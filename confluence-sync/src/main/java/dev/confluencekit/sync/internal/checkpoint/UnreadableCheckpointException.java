package dev.confluencekit.sync.internal.checkpoint;

import org.jspecify.annotations.Nullable;

/** A checkpoint that cannot be read. */
public final class UnreadableCheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableCheckpointException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
