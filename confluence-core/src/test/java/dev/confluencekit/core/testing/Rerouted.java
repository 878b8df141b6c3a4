package dev.confluencekit.core.testing;

import dev.confluencekit.core.transport.Transport;
import dev.confluencekit.core.transport.TransportFault;
import dev.confluencekit.core.transport.TransportRequest;
import dev.confluencekit.core.transport.TransportResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Objects;

/** Sends what is meant for a real site to a server on this machine, since sites with TLS have public names only. */
public final class Rerouted implements Transport {
    private final Transport transport;
    private final String server;

    /** All requests go over the transport to the server, an address without a path. */
    public Rerouted(Transport transport, String server) {
        this.transport = transport;
        this.server = server;
    }

    @Override
    public TransportResponse exchange(TransportRequest request) throws TransportFault, InterruptedException {
        String query = request.uri().getRawQuery();
        URI uri = URI.create(server + request.uri().getRawPath() + (query == null ? "" : "?" + query));
        HttpRequest.BodyPublisher body =
                Objects.requireNonNullElseGet(request.body(), HttpRequest.BodyPublishers::noBody);
        return transport.exchange(new TransportRequest(
                request.method(), uri, request.headers(), body, request.timeout(), request.maxBytes()));
    }

    @Override
    public void close() {
        transport.close();
    }
}
