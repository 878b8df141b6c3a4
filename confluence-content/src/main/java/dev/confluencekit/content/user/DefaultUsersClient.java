package dev.confluencekit.content.user;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Users over a connection. */
final class DefaultUsersClient implements UsersClient {
    private static final int MOST_AT_ONCE = 250;

    private final ConfluenceConnection connection;

    DefaultUsersClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public User current() {
        return connection.fetch(
                ApiRequest.get("getCurrentUser", "/wiki/rest/api/user/current").build(), User.class);
    }

    @Override
    public Map<AccountId, UserProfile> byIds(Collection<AccountId> ids) {
        List<AccountId> all = ids.stream().distinct().toList();
        Map<AccountId, UserProfile> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            ask(all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)))
                    .forEach(user -> found.put(user.accountId(), user));
        }
        Map<AccountId, UserProfile> inOrder = new LinkedHashMap<>();
        all.stream().filter(found::containsKey).forEach(id -> inOrder.put(id, found.get(id)));
        return Collections.unmodifiableMap(inOrder);
    }

    private List<UserProfile> ask(List<AccountId> ids) {
        ApiRequest request = ApiRequest.of("POST", "createBulkUserLookup", "/wiki/api/v2/users-bulk")
                .jsonBody(new JsonBody()
                        .with("accountIds", ids.stream().map(AccountId::value).toList())
                        .json())
                .safe()
                .build();
        return connection.fetch(request, UserProfiles.class).results();
    }
}
