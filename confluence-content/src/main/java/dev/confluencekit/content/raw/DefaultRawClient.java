package dev.confluencekit.content.raw;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.request.RawAnswer;

/** Raw calls over a connection. */
final class DefaultRawClient implements RawClient {
    private final ConfluenceConnection connection;

    DefaultRawClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public RawAnswer call(RawRequest request) {
        return connection.exchange(request.toApiRequest());
    }
}
