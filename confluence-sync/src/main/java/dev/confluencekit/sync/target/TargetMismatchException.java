package dev.confluencekit.sync.target;

/** The target holds a mirror of something else: another site, account or scope, or made by another renderer. */
public final class TargetMismatchException extends TargetException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what differs.
     *
     * @param what what differs
     * @param held what the target holds a mirror of
     * @param wanted what was to be mirrored
     */
    public TargetMismatchException(String what, String held, String wanted) {
        super(
                "The target holds a mirror of another " + what + ": " + held + ", not " + wanted
                        + ". Use a target of its own for each, or empty this one first.",
                null);
    }
}
