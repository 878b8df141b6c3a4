package dev.confluencekit.auth;

/** What a credential file holds cannot be used; the message goes on where the file's name ends. Never quotes content. */
final class UnusableContentException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableContentException(String problem) {
        super(problem);
    }

    String problem() {
        return String.valueOf(getMessage());
    }
}
