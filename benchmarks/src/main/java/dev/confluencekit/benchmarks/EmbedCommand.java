package dev.confluencekit.benchmarks;

import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.integration.ConfluenceIntegration;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Opens many integrations in one runtime, each with a credential of its own and one call made, and prints what they
 * hold: threads, file descriptors, heap; and what is left when all are closed, the runtime too.
 */
final class EmbedCommand implements Command {
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    @Override
    public String name() {
        return "embed";
    }

    @Override
    public String arguments() {
        return "N [ORIGINS]";
    }

    @Override
    public String purpose() {
        return "N integrations in one runtime, spread over so many servers (1): what they hold, what they leave";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) throws Exception {
        arguments.requireCount(1, 2);
        int count = arguments.count(0);
        int origins = arguments.countOr(1, 1);
        try (ServerProcess server =
                ServerProcess.start("serve", List.of("10", "200", "1", "0", String.valueOf(origins)))) {
            measure(count, server.addresses(), out);
        }
    }

    /** The JVM opens its sources of chance and a socket for its own use once, and for good, whoever is the first to ask. */
    private static void letTheJvmOpenWhatItKeeps() throws IOException {
        new SecureRandom().nextInt();
        SocketChannel.open().close();
    }

    private static void measure(int count, List<String> addresses, PrintStream out)
            throws InterruptedException, IOException {
        letTheJvmOpenWhatItKeeps();
        ProcessFigures before = ProcessFigures.now();
        out.println("before: " + before);
        List<ConfluenceIntegration> integrations = new ArrayList<>(count);
        ProcessFigures open;
        try (ConfluenceRuntime runtime = ConfluenceRuntime.create()) {
            for (int i = 0; i < count; i++) {
                integrations.add(open(i, addresses.get(i % addresses.size()), runtime));
            }
            open = ProcessFigures.now();
            out.println("open:   " + open);
            integrations.forEach(ConfluenceIntegration::close);
        }
        integrations.clear();
        ProcessFigures after = settled(before);
        out.println("closed: " + after);
        out.println(String.format(
                Locale.ROOT,
                "embed %d: threads %+d, fds %+d, heap %.1f KB each; after close threads %+d, fds %+d",
                count,
                open.threads() - before.threads(),
                open.descriptors() - before.descriptors(),
                (open.heapBytes() - before.heapBytes()) / 1024.0 / count,
                after.threads() - before.threads(),
                after.descriptors() - before.descriptors()));
    }

    private static ConfluenceIntegration open(int number, String address, ConfluenceRuntime runtime) {
        ConfluenceIntegration integration = ConfluenceIntegration.builder()
                .site(ConfluenceSite.loopback(address))
                .username("bot-" + number + "@tenant-" + number + ".example")
                .apiKey(Secret.of("key-of-tenant-" + number))
                .runtime(runtime)
                .build();
        if (integration.spaces().list().first().items().isEmpty()) {
            throw new IllegalStateException("the server at " + address + " has lost its space");
        }
        return integration;
    }

    /**
     * Before JDK 21 an HTTP client ends its thread some time after the last reference to it is collected; newer ones use
     * the JVM's common pool, whose threads end when they have been idle for a minute.
     */
    private static ProcessFigures settled(ProcessFigures before) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ProcessFigures now = ProcessFigures.now();
        while ((now.threads() > before.threads() || now.descriptors() > before.descriptors())
                && System.nanoTime() < end) {
            Thread.sleep(100);
            now = ProcessFigures.now();
        }
        return now;
    }
}
