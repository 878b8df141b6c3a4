package dev.confluencekit.core.error;

/**
 * The space holds content with this title already. It may be one that listings leave out unless they are asked for: an
 * archived page and a draft keep their titles, a trashed page does not.
 *
 * <p>Confluence answers 400, on some tenants 409; nothing was written either way.
 */
public final class DuplicateTitleException extends BadRequestException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what was tried and what came back.
     *
     * @param call what was tried
     * @param answer what came back
     */
    public DuplicateTitleException(FailedCall call, ApiAnswer answer) {
        super(call, answer, "Choose another title, or change the page that has it; it may be archived or a draft.");
    }
}
