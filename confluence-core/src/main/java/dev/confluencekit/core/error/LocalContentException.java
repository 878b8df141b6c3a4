package dev.confluencekit.core.error;

import java.io.IOException;

/**
 * What the caller gave to be read for an upload, or to be written to by a download, failed: a file that cannot be read, a
 * source that is shorter or longer than it said, a disk that is full. An upload has stored nothing then; a download has left
 * no file under the final name.
 */
public final class LocalContentException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final FailedCall call;

    /**
     * Says what was tried and what failed.
     *
     * @param call what was tried
     * @param cause what the source or the target threw
     */
    public LocalContentException(FailedCall call, IOException cause) {
        super(call.line() + " was given up on this side: " + cause.getClass().getSimpleName() + ": "
                + cause.getMessage() + " (" + call.effort() + ").");
        this.call = call;
        initCause(cause);
    }

    /**
     * What was tried.
     *
     * @return the call
     */
    public FailedCall call() {
        return call;
    }
}
