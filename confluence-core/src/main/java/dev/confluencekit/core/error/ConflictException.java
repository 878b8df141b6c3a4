package dev.confluencekit.core.error;

/** 409 or 412: somebody else changed the content in between. */
public final class ConflictException extends ConfluenceApiException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public ConflictException(FailedCall call, ApiAnswer answer) {
        super(call, answer, "Read the current version, apply the change again, and write that.");
    }
}
