package dev.confluencekit.integration.message;

/**
 * Something to show to people.
 *
 * @param code what it is about, for programs; does not change with the wording
 * @param text what happened, in one sentence
 * @param hint what to do now, in one or two sentences; empty if there is nothing to do
 */
public record Message(MessageCode code, String text, String hint) {
    /**
     * Text and hint in one line.
     *
     * @return for example {@code The key was refused. Make a new one at id.atlassian.com.}
     */
    @Override
    public String toString() {
        return hint.isEmpty() ? text : text + " " + hint;
    }
}
