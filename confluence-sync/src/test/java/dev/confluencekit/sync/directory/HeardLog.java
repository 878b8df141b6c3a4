package dev.confluencekit.sync.directory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What the directory target says in the log during a test. */
final class HeardLog implements BeforeEachCallback, AfterEachCallback {
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(DirectoryTarget.class);

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        heard.start();
        LOGGER.addAppender(heard);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        LOGGER.detachAppender(heard);
    }

    boolean warned() {
        return heard.list.stream().anyMatch(event -> event.getLevel() == Level.WARN);
    }

    boolean isSilent() {
        return heard.list.isEmpty();
    }

    void forget() {
        heard.list.clear();
    }
}
