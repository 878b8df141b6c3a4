package dev.confluencekit.core.error;

/** The address does not lead to a Confluence Cloud site. No credential was sent there. */
public final class UnsupportedSiteException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    /** What lives at the address. */
    public enum Reason {
        /** Confluence Data Center, which this version does not support yet. */
        DATA_CENTER,
        /** No Confluence that could be recognised. */
        NOT_CONFLUENCE
    }

    private final Reason reason;

    /**
     * Says what was found.
     *
     * @param reason what lives at the address
     * @param message what was asked, what came back, what to do
     */
    public UnsupportedSiteException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /**
     * What lives at the address.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
