package dev.confluencekit.core.json;

/** A document could not be read. The message names the place and never quotes the document. */
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the document. */
    public enum Problem {
        /** It ends too early. */
        CUT_OFF,
        /** It is not JSON. */
        NOT_JSON,
        /** It is JSON of another shape than the operation promises, or past a limit. */
        OTHER_SHAPE
    }

    private final Problem problem;

    /**
     * Names the problem and the place.
     *
     * @param problem the problem
     * @param message the problem and the place in words
     */
    public JsonException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /**
     * What is wrong with the document.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }
}
