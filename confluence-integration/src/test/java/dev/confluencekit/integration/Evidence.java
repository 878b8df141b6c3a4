package dev.confluencekit.integration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.confluencekit.core.observe.CallObserver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Everything that the library says while it works: logs of every level, events, exceptions, texts of its objects. */
final class Evidence extends Handler implements CallObserver, AutoCloseable {
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level levelBefore = root.getLevel();
    private final java.util.logging.Logger platform = LogManager.getLogManager().getLogger("");
    private final java.util.logging.Level platformBefore = platform.getLevel();
    private final Handler[] handlersBefore = platform.getHandlers();

    Evidence() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
    }

    /** Listens to java.util.logging too, where the JDK's HTTP client tells what it does. */
    void listenToThePlatform() {
        Stream.of(handlersBefore).forEach(platform::removeHandler);
        platform.addHandler(this);
        platform.setLevel(java.util.logging.Level.ALL);
    }

    void add(Object spoken) {
        texts.add(String.valueOf(spoken));
    }

    void add(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        texts.add(trace.toString());
    }

    /** All of it so far. */
    List<String> texts() {
        Stream<String> logged = appender.list.stream()
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage() + " "
                        + event.getMDCPropertyMap() + " "
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        return Stream.concat(texts.stream(), logged).toList();
    }

    List<ILoggingEvent> logged() {
        return List.copyOf(appender.list);
    }

    @Override
    public void callStarted(CallInfo call) {
        add(call);
    }

    @Override
    public void attemptFinished(CallInfo call, Attempt attempt) {
        add(attempt);
    }

    @Override
    public void waiting(CallInfo call, Wait wait) {
        add(wait);
    }

    @Override
    public void callFinished(CallInfo call, CallResult result) {
        add(result);
    }

    @Override
    public void publish(LogRecord entry) {
        texts.add(entry.getLoggerName() + " " + new SimpleFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.detachAppender(appender);
        root.setLevel(levelBefore);
        platform.removeHandler(this);
        platform.setLevel(platformBefore);
        for (Handler before : handlersBefore) {
            platform.removeHandler(before); // it is still there unless listenToThePlatform() took it away
            platform.addHandler(before);
        }
    }
}
