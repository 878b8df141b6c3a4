package dev.confluencekit.core.error;

/**
 * A write may or may not have taken effect: its answer was lost, and looking could not tell. Sending it again blindly may do
 * the work twice; look first, by {@link #hint()}. The cause is the failure of the write; what went wrong with looking is
 * among the suppressed exceptions.
 */
public final class OutcomeUnknownException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final FailedCall call;
    private final String hint;

    /**
     * Says what was tried and how to find out later what became of it.
     *
     * @param call the write
     * @param cause how it failed
     * @param hint how to find out, as one sentence; may be empty
     */
    public OutcomeUnknownException(FailedCall call, ConfluenceException cause, String hint) {
        super(call.line() + " may or may not have taken effect (" + call.effort() + "). " + hint);
        this.call = call;
        this.hint = hint;
        initCause(cause);
    }

    /**
     * The write.
     *
     * @return what was tried
     */
    public FailedCall call() {
        return call;
    }

    /**
     * How to find out later what became of the write.
     *
     * @return one sentence, or empty
     */
    public String hint() {
        return hint;
    }
}
