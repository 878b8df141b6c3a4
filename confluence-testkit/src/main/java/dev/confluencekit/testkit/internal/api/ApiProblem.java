package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.SimulatedResponse;

/** Ends the handling of a request with an error answer. */
final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SimulatedResponse answer;

    ApiProblem(SimulatedResponse answer) {
        super("answered with status " + answer.status(), null, false, false);
        this.answer = answer;
    }

    SimulatedResponse answer() {
        return answer;
    }
}
