package dev.confluencekit.sync.directory;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of the mirror's state is not what was written. */
final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean torn;

    private DamagedException(String message, boolean torn, @Nullable Throwable cause) {
        super(message, cause);
        this.torn = torn;
    }

    static DamagedException damaged(String how) {
        return new DamagedException(how, false, null);
    }

    static DamagedException unreadable(IOException cause) {
        return new DamagedException("it cannot be read: " + cause.getMessage(), false, cause);
    }

    static DamagedException torn() {
        return new DamagedException("its end is missing", true, null);
    }

    /** Whether it only ends too early, as that which a dying process was writing does. */
    boolean isTorn() {
        return torn;
    }
}
