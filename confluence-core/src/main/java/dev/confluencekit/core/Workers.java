package dev.confluencekit.core;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for parallel work: virtual ones where the JVM has them, else daemon threads that end when idle. */
final class Workers {
    private static final String NAME = "confluencekit-worker-";

    private Workers() {}

    static ExecutorService create() {
        try {
            return virtual();
        } catch (NoSuchMethodException | ClassNotFoundException e) {
            return Executors.newCachedThreadPool(new DaemonThreads());
        } catch (Throwable e) {
            if (e instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("virtual threads could not be set up", e);
        }
    }

    /** By method handle, since the library is compiled for a JDK that does not know them. */
    private static ExecutorService virtual() throws Throwable {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> builder = Class.forName("java.lang.Thread$Builder");
        Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
        MethodHandle start = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
        MethodHandle name =
                lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class, long.class));
        MethodHandle factory = lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
        MethodHandle executor = lookup.findStatic(
                Executors.class,
                "newThreadPerTaskExecutor",
                MethodType.methodType(ExecutorService.class, ThreadFactory.class));
        Object named = name.invoke(start.invoke(), NAME, 1L);
        return (ExecutorService) executor.invoke((ThreadFactory) factory.invoke(named));
    }

    private static final class DaemonThreads implements ThreadFactory {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, NAME + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(Workers.class.getClassLoader());
            return thread;
        }
    }
}
