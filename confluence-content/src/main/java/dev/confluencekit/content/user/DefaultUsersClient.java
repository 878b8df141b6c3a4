package dev.confluencekit.content.user;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.request.ApiRequest;

/** Users over a connection. */
final class DefaultUsersClient implements UsersClient {
    private final ConfluenceConnection connection;

    DefaultUsersClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public User current() {
        return connection.fetch(
                ApiRequest.get("getCurrentUser", "/wiki/rest/api/user/current").build(), User.class);
    }
}
