package dev.confluencekit.core.internal.state;

import java.io.IOException;

/** Somebody else held a lock for as long as there was patience. */
public final class LockBusyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String lockFile;

    LockBusyException(String lockFile, String waited) {
        super(lockFile + " is held by another process or thread (waited " + waited + ")");
        this.lockFile = lockFile;
    }

    /**
     * The lock that could not be had.
     *
     * @return the path of the lock file
     */
    public String lockFile() {
        return lockFile;
    }
}
