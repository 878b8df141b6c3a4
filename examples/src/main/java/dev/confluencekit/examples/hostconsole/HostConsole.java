package dev.confluencekit.examples.hostconsole;

import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.EncryptedFileCredentialStore;
import dev.confluencekit.auth.MasterKey;
import dev.confluencekit.core.error.ConfluenceException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.integration.registry.IntegrationRegistry;
import dev.confluencekit.integration.registry.IntegrationRegistryBuilder;
import dev.confluencekit.integration.registry.IntegrationStore;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Starts the console: over a simulated Confluence, or with {@code CONFLUENCE_CONSOLE_REAL_SITES=yes} for real sites.
 *
 * <p>Integrations are kept in memory, or in the directory {@code CONFLUENCE_CONSOLE_DIR}, their keys encrypted with
 * {@code CONFLUENCE_CONSOLE_KEY} (32 bytes in Base64). {@code CONFLUENCE_CONSOLE_PORT} chooses the port; any free one
 * otherwise.
 */
public final class HostConsole implements AutoCloseable {
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final @Nullable SimulatedSite simulator;
    private final ConsoleServer server;

    private HostConsole(Map<String, String> environment) throws IOException {
        try {
            IntegrationRegistryBuilder builder = IntegrationRegistry.builder();
            keepIn(environment.getOrDefault("CONFLUENCE_CONSOLE_DIR", ""), environment, builder);
            int port = port(environment);
            simulator = isForRealSites(environment) ? null : new SimulatedSite();
            if (simulator != null) {
                closing.push(simulator::close);
                // Only the simulator lives on this machine; with real sites a loopback address is refused.
                builder.allowLoopbackSites();
            }
            IntegrationRegistry registry = builder.build();
            closing.push(registry::close);
            server = new ConsoleServer(port, new ConsoleApi(registry, simulator));
            closing.push(server::close);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static boolean isForRealSites(Map<String, String> environment) {
        return !environment.getOrDefault("CONFLUENCE_CONSOLE_REAL_SITES", "").isBlank();
    }

    /** Without a directory everything is kept in memory. */
    private void keepIn(String directory, Map<String, String> environment, IntegrationRegistryBuilder builder) {
        if (!directory.isBlank()) {
            EncryptedFileCredentialStore credentials =
                    encryptedFile(Path.of(directory), environment.get("CONFLUENCE_CONSOLE_KEY"));
            closing.push(credentials::close);
            builder.integrations(IntegrationStore.directory(Path.of(directory, "integrations")))
                    .credentials(credentials);
        }
    }

    private static EncryptedFileCredentialStore encryptedFile(Path directory, @Nullable String key) {
        if (key == null) {
            throw new InvalidArgumentException(
                    "CONFLUENCE_CONSOLE_KEY", "is missing; make one with: openssl rand -base64 32");
        }
        try (MasterKey master = MasterKey.ofBase64(key)) {
            return CredentialStore.encryptedFile(directory.resolve("credentials"), master);
        }
    }

    private static int port(Map<String, String> environment) {
        String port = environment.getOrDefault("CONFLUENCE_CONSOLE_PORT", "0");
        if (!port.matches("[0-9]{1,4}|[1-5][0-9]{4}")) {
            throw new InvalidArgumentException("CONFLUENCE_CONSOLE_PORT", "must be a number from 0 to 59999");
        }
        return Integer.parseInt(port);
    }

    /**
     * Starts a console.
     *
     * @param environment the settings
     * @return the running console, to be closed by the caller
     * @throws IOException if the port is taken
     * @throws InvalidArgumentException if a setting cannot be used
     */
    public static HostConsole start(Map<String, String> environment) throws IOException {
        return new HostConsole(environment);
    }

    /**
     * Where the console is. The fragment holds the token of this start: browsers send fragments to nobody, so that it is
     * in no log and no referer.
     *
     * @return for example {@code http://127.0.0.1:8080/#token=…}
     */
    public URI address() {
        return server.address();
    }

    /**
     * The simulated site.
     *
     * @return null if the console is for real sites
     */
    public @Nullable SimulatedSite simulator() {
        return simulator;
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }

    /**
     * Runs a console until the process is ended.
     *
     * @param args ignored
     * @throws IOException if the port is taken
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (HostConsole console = start(System.getenv())) {
            console.announce(System.out);
            new CountDownLatch(1).await();
        } catch (ConfluenceException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    void announce(PrintStream out) {
        out.println("Host console: " + address());
        out.println("Open that address in a browser; it is good until the console ends. End it with Ctrl+C.");
        if (simulator != null) {
            out.println();
            simulator.announce(out);
        }
        out.flush();
    }
}
