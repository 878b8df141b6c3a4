package dev.confluencekit.benchmarks;

import dev.confluencekit.auth.ApiKeyAuthenticator;
import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.ConfluenceRuntime;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.core.site.ConfluenceSite;
import dev.confluencekit.sync.Mirror;
import dev.confluencekit.sync.report.MirrorReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** A changing site in a process of its own, and the library's way to it. */
final class MirroredServer implements AutoCloseable {
    /** As many requests at once as a tenant has by default. */
    static final int GATE = 8;

    private static final CredentialId ONLY = CredentialId.of("only");

    private final ServerProcess process;
    private final HttpClient control = HttpClient.newHttpClient();
    private final ConfluenceRuntime runtime =
            ConfluenceRuntime.builder().concurrency(GATE).build();
    private final ConfluenceConnection connection;

    private MirroredServer(ServerProcess process) {
        this.process = process;
        SiteAddress address = SiteAddress.of(process.addresses().get(0));
        CredentialStore store = CredentialStore.inMemory();
        store.put(ONLY, Credential.of(address.username(), Secret.of(address.apiKey())), CredentialStore.NONE);
        connection =
                runtime.connect(ConfluenceSite.loopback(address.origin()), ApiKeyAuthenticator.of(store, ONLY), null);
    }

    static MirroredServer start(int pages, int bodyCharacters, int spaces, int requestMillis, int bodyMillis)
            throws IOException {
        return new MirroredServer(ServerProcess.start(
                ServeChangingCommand.NAME,
                List.of("" + pages, "" + bodyCharacters, "" + spaces, "" + requestMillis, "" + bodyMillis)));
    }

    ConfluenceConnection connection() {
        return connection;
    }

    /** Runs a mirror; throws if it was not complete. */
    static MirrorReport run(Mirror mirror) {
        MirrorReport report = mirror.run().orThrow();
        if (!report.complete()) {
            throw new IllegalStateException("the run was not complete: " + report);
        }
        return report;
    }

    void change(int pages) throws IOException, InterruptedException {
        ask("/_change?pages=" + pages);
    }

    /** Requests since this was asked last, as the server counted them, and the most that it had at once. */
    Map.Entry<Long, Integer> counters() throws IOException, InterruptedException {
        String[] told = ask("/_counters").split(" ", -1);
        return Map.entry(Long.parseLong(told[0]), Integer.parseInt(told[1]));
    }

    private String ask(String path) throws IOException, InterruptedException {
        URI uri = URI.create(process.addresses().get(0) + path);
        HttpResponse<String> answer =
                control.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        connection.close();
        runtime.close();
        process.close();
    }
}
