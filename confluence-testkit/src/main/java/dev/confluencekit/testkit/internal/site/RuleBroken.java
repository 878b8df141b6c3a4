package dev.confluencekit.testkit.internal.site;

/** A write that the rules of the service do not allow; nothing was changed. */
public final class RuleBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final String problem;

    RuleBroken(Rule rule, String problem) {
        super(problem, null, false, false);
        this.rule = rule;
        this.problem = problem;
    }

    /**
     * Gives what the service says of it.
     *
     * @return one sentence
     */
    public String problem() {
        return problem;
    }

    /**
     * Gives the rule.
     *
     * @return which one was broken
     */
    public Rule rule() {
        return rule;
    }

    /** The rules that writes can break. */
    public enum Rule {
        /** The content is not there, or not in this status. */
        NOT_THERE,
        /** The version must be the present one plus one. */
        VERSION,
        /** A title is unique in its space. */
        TITLE,
        /** Anything else. */
        OTHER,
        /** What the service answers with its own fault. */
        FAULT
    }
}
