package dev.confluencekit.core.internal.pipeline;

import dev.confluencekit.core.transfer.TransferProgress;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the caller how far a transfer is; one who throws is not asked again. */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private volatile @Nullable TransferProgress listener;

    Progress(@Nullable TransferProgress listener) {
        this.listener = listener;
    }

    void moved(long bytes, OptionalLong total) {
        TransferProgress told = listener;
        if (told == null) {
            return;
        }
        try {
            told.moved(bytes, total);
        } catch (RuntimeException e) {
            listener = null;
            LOG.warn(
                    "The progress listener {} failed and is not asked again",
                    told.getClass().getName(),
                    e);
        }
    }
}
