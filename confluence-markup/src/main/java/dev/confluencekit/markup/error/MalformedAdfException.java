package dev.confluencekit.markup.error;

/** A body is not JSON at all, or nested deeper than anybody writes. */
public final class MalformedAdfException extends MarkupException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * Says what is wrong and where.
     *
     * @param problem what is wrong
     * @param line of the body, from 1
     * @param column in the line, from 1
     */
    public MalformedAdfException(String problem, int line, int column) {
        super("The ADF body cannot be read at line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column in the line, from 1. */
    public int column() {
        return column;
    }
}
