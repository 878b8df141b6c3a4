package dev.confluencekit.core.error;

/** A value given to the library cannot be used. Thrown before any request; the message never repeats a secret. */
public final class InvalidArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * Names the parameter and the problem.
     *
     * @param parameter the name of the parameter, as the API or the form calls it
     * @param problem what is wrong with it and what would be right
     */
    public InvalidArgumentException(String parameter, String problem) {
        super(parameter + ": " + problem);
        this.parameter = parameter;
    }

    /**
     * The parameter that cannot be used.
     *
     * @return its name
     */
    public String parameter() {
        return parameter;
    }
}
