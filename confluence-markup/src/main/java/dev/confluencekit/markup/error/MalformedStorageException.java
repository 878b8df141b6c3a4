package dev.confluencekit.markup.error;

/** A body in storage format is not well-formed; Confluence would refuse it. */
public final class MalformedStorageException extends MarkupException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String context;

    /**
     * Says what is wrong and where.
     *
     * @param problem what is wrong
     * @param line of the body, from 1
     * @param column in the line, from 1
     * @param context what stands there
     */
    public MalformedStorageException(String problem, int line, int column, String context) {
        super("The storage body is not well-formed at line " + line + ", column " + column + ": " + problem + " Near: "
                + context);
        this.line = line;
        this.column = column;
        this.context = context;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column in the line, from 1. */
    public int column() {
        return column;
    }

    /** What stands there, at most some dozens of characters. */
    public String context() {
        return context;
    }
}
