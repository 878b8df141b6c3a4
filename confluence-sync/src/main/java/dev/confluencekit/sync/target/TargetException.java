package dev.confluencekit.sync.target;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A target failed: a full disk, a directory that may not be written, a database that is away, or damage that was found. What
 * had been applied before still stands; the next run goes on from there.
 */
public class TargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param message what was tried, with which target, and what can be done
     * @param cause what was thrown, if anything was
     */
    public TargetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Says what a file system threw.
     *
     * @param doing what was tried, such as {@code writing /data/mirror/index.jsonl}
     * @param cause what was thrown
     * @return the exception
     */
    public static TargetException of(String doing, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.toString();
        return new TargetException("Failed at " + doing + ": " + reason, cause);
    }
}
