package dev.confluencekit.benchmarks;

/** The arguments make no command. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String problem) {
        super(problem);
    }
}
