package dev.confluencekit.testkit.internal.search;

/** A query that is not understood. */
public final class CqlProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CqlProblem(String message) {
        super(message, null, false, false);
    }
}
