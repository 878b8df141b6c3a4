package dev.confluencekit.core.error;

/**
 * A listing could not be followed to its end because the service's links make no sense. What was delivered before is
 * right, but the listing is not complete.
 */
public final class PagingException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    /** What was wrong with the links. */
    public enum Reason {
        /** A cursor came back that was used before in the same listing. */
        REPEATED_CURSOR("Start it again; if the circle comes back, list less at a time, such as one space."),
        /** Batch after batch was empty, each promising more. */
        ENDLESS_EMPTY_BATCHES("Start it again later; if it stays so, list less at a time, such as one space."),
        /** The next link leads to a host that is neither the site nor the gateway; nothing was sent there. */
        FOREIGN_HOST("Check that the domain is the site's own address and that no proxy rewrites its answers."),
        /** There is a next link, but no cursor can be read from it. */
        NO_CURSOR("Check that the operation is one that pages by cursor.");

        private final String advice;

        Reason(String advice) {
            this.advice = advice;
        }
    }

    private final Reason reason;

    /**
     * Says which listing failed and why.
     *
     * @param listing the listing, for example {@code GET /wiki/api/v2/pages}
     * @param reason the reason
     * @param problem the reason in words, without a full stop
     */
    public PagingException(String listing, Reason reason, String problem) {
        super(listing + " cannot be followed to its end: " + problem + ". " + reason.advice);
        this.reason = reason;
    }

    /**
     * What was wrong with the links.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
