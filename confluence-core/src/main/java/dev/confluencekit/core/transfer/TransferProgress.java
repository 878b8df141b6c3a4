package dev.confluencekit.core.transfer;

import java.util.OptionalLong;

/**
 * Is told how far a transfer is. It should return quickly, since the transfer waits for it; one that throws is not asked again
 * and breaks nothing. Downloads call it on the thread that asked for them, uploads on one of the HTTP client's.
 */
@FunctionalInterface
public interface TransferProgress {
    /**
     * More bytes have been moved. The number goes back where a transfer has to begin anew.
     *
     * @param bytes the bytes so far
     * @param total the bytes in all, if that is known
     */
    void moved(long bytes, OptionalLong total);
}
