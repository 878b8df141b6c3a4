package dev.confluencekit.sync.internal.run;

import dev.confluencekit.core.ConfluenceConnection;
import org.jspecify.annotations.Nullable;

/** Lets somebody end a run from outside, by cutting off its calls. Safe for use by many threads. */
public final class Cancellation {
    private boolean asked;
    private @Nullable ConfluenceConnection calls;

    /** Nobody has asked yet. */
    public Cancellation() {}

    /** Ends the run that is under way, or the next one before it begins. */
    public synchronized void cancel() {
        asked = true;
        if (calls != null) {
            calls.close();
        }
    }

    synchronized void over(ConfluenceConnection connection) {
        calls = connection;
        if (asked) {
            connection.close();
        }
    }

    synchronized boolean isAsked() {
        return asked;
    }
}
