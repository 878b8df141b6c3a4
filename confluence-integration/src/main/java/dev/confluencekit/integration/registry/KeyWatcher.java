package dev.confluencekit.integration.registry;

import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.integration.registry.IntegrationRegistry.KeyWatch;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon thread that looks at the keys now and then. */
final class KeyWatcher implements KeyWatch {
    private static final Logger LOG = LoggerFactory.getLogger("dev.confluencekit.integrations");

    private final KeyWarnings warnings;
    private final Duration every;
    private final TimeSource time;
    private final Consumer<KeyWatcher> afterClose;
    private final CountDownLatch closed = new CountDownLatch(1);

    KeyWatcher(KeyWarnings warnings, Duration every, TimeSource time, Consumer<KeyWatcher> afterClose) {
        this.warnings = warnings;
        this.every = every;
        this.time = time;
        this.afterClose = afterClose;
    }

    void start() {
        Thread thread = new Thread(this::run, "confluencekit-key-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            do {
                look();
            } while (!time.await(every, closed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that fails now may be well again next time. */
    private void look() {
        try {
            warnings.warn();
        } catch (RuntimeException e) {
            LOG.warn("the ends of the keys could not be looked at", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        afterClose.accept(this);
    }
}
