package dev.confluencekit.content.contenttype;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of content over a connection. */
final class DefaultContentTypesClient implements ContentTypesClient {
    private static final int MOST_AT_ONCE = 100;

    private final ConfluenceConnection connection;

    DefaultContentTypesClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public Map<ContentId, ContentType> of(Collection<ContentId> ids) {
        Map<ContentId, ContentType> types = new LinkedHashMap<>();
        List<ContentId> all = ids.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            List<ContentId> some = all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE));
            Map<String, Object> answer = ask(some);
            for (ContentId id : some) {
                if (answer.get(id.value()) instanceof String type) {
                    types.put(id, ContentType.of(type));
                }
            }
        }
        return Collections.unmodifiableMap(types);
    }

    private Map<String, Object> ask(List<ContentId> ids) {
        ApiRequest request = ApiRequest.of(
                        "POST", "convertContentIdsToContentTypes", "/wiki/api/v2/content/convert-ids-to-types")
                .jsonBody(new JsonBody()
                        .with("contentIds", ids.stream().map(ContentId::value).toList())
                        .json())
                .safe()
                .build();
        return connection.fetch(request, ContentTypesAnswer.class).results();
    }
}
