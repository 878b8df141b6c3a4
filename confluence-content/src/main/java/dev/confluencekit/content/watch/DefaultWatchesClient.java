package dev.confluencekit.content.watch;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.StartPaged;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches over a connection. */
final class DefaultWatchesClient implements WatchesClient {
    private static final String NOTIFICATIONS = "/wiki/rest/api/content/{id}/notification/";

    private final ConfluenceConnection connection;
    private final @Nullable AccountId account;

    DefaultWatchesClient(ConfluenceConnection connection, @Nullable AccountId account) {
        this.connection = connection;
        this.account = account;
    }

    @Override
    public WatchesClient ofUser(AccountId other) {
        return new DefaultWatchesClient(connection, other);
    }

    @Override
    public boolean isWatching(WatchTarget target) {
        return connection
                .fetch(request("GET", target.kind.state, target), WatchState.class)
                .watching();
    }

    @Override
    public void watch(WatchTarget target) {
        connection.send(request("POST", target.kind.add, target));
    }

    @Override
    public void unwatch(WatchTarget target) {
        connection.send(request("DELETE", target.kind.remove, target));
    }

    private ApiRequest request(String method, String operation, WatchTarget target) {
        String template = "/wiki/rest/api/user/watch/" + target.kind.segment + "/{" + target.kind.parameter + "}";
        return ApiRequest.of(method, operation, template)
                .path(target.kind.parameter, target.value)
                .query("accountId", account)
                .build();
    }

    @Override
    public Paged<Watch> watchersOf(ContentId content) {
        return watches(() -> ApiRequest.get("getWatchesForPage", NOTIFICATIONS + "child-created")
                .path("id", content.value()));
    }

    @Override
    public Paged<Watch> watchersOfSpaceOf(ContentId content) {
        return watches(() ->
                ApiRequest.get("getWatchesForSpace", NOTIFICATIONS + "created").path("id", content.value()));
    }

    @Override
    public Paged<Watch> watchersOfSpace(String spaceKey) {
        Checks.text("spaceKey", spaceKey);
        return watches(() -> ApiRequest.get("getWatchersForSpace", "/wiki/rest/api/space/{spaceKey}/watch")
                .path("spaceKey", spaceKey.strip()));
    }

    private Paged<Watch> watches(Supplier<ApiRequest.Builder> request) {
        return StartPaged.of(connection, request, Watches.class, Watches::results, Watches::links);
    }
}
