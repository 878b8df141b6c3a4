package dev.confluencekit.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A host that starts and stops applications in one JVM gets everything back when the last integration of one is closed.
 * Each application here has the jars in a class loader of its own, which is the context loader of the calling thread.
 */
class UnloadingIT {
    private static final int APPLICATIONS = 8;
    /**
     * The JDK itself keeps the last loader whose records were compared or hashed: java.lang.runtime.ObjectMethods caches the
     * method handle that it adapted last. The next application takes its place.
     */
    private static final int LAST = 1;

    private static final int MOST_ROUNDS = 200;

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

    @Test
    void stopped_applications_leave_neither_class_loaders_nor_threads() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Set<Reference<?>> remaining = new HashSet<>();
        try (UserSite site = new UserSite()) {
            URL[] jars = jars();
            for (int i = 0; i < APPLICATIONS; i++) {
                remaining.add(startAndStop(jars, site.address()));
            }

            for (int round = 0; round < MOST_ROUNDS && remaining.size() > LAST; round++) {
                collectGarbage();
                remaining.remove(collected.remove(100));
            }
            assertThat(remaining)
                    .as("class loaders of %d that are still there", APPLICATIONS)
                    .hasSizeLessThanOrEqualTo(LAST);
            // Before JDK 21 an HTTP client ends its threads some seconds after nothing refers to it any more.
            for (int round = 0; round < MOST_ROUNDS && !clientThreads(before).isEmpty(); round++) {
                collectGarbage();
                for (Thread left : clientThreads(before)) {
                    left.join(100);
                }
            }
            assertThat(clientThreads(before)).isEmpty();
        }
    }

    private WeakReference<ClassLoader> startAndStop(URL[] jars, String address) throws Exception {
        Thread caller = Thread.currentThread();
        ClassLoader own = caller.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            caller.setContextClassLoader(loader);
            Class<?> program = loader.loadClass(Scenario.class.getName());
            assertThat(program.getClassLoader()).isSameAs(loader);
            Object told = program.getMethod("run", String.class, String.class, String.class)
                    .invoke(null, address, UserSite.ACCOUNT, UserSite.KEY);
            assertThat(told).isEqualTo(UserSite.EXPECTED);
            return new WeakReference<>(loader, collected);
        } finally {
            caller.setContextClassLoader(own);
        }
    }

    /** What the library starts, and what the JDK's HTTP client starts for it. */
    private static List<Thread> clientThreads(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> thread.getName().matches("(HttpClient|confluencekit)-.*"))
                .toList();
    }

    /** Beside something large that is garbage at once, so that memory is seen to be in demand. */
    private static void collectGarbage() {
        WeakReference<byte[]> large = new WeakReference<>(new byte[32 << 20]);
        System.gc();
        large.clear();
    }

    private static URL[] jars() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : BuiltJars.ofUser()) {
            urls.add(url(jar));
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
