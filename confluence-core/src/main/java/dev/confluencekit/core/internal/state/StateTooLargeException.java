package dev.confluencekit.core.internal.state;

import java.io.IOException;

/** A file holds more than its reader is ready to take. */
public final class StateTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    StateTooLargeException(String file, int mostBytes) {
        super(file + " is larger than " + mostBytes + " bytes");
    }
}
