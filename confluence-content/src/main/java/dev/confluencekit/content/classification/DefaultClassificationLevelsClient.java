package dev.confluencekit.content.classification;

import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.request.ApiRequest;
import java.util.List;

/** The levels of an organisation over a connection. */
final class DefaultClassificationLevelsClient implements ClassificationLevelsClient {
    private final ConfluenceConnection connection;

    DefaultClassificationLevelsClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<ClassificationLevel> list() {
        ApiRequest request = ApiRequest.get("getClassificationLevels", "/wiki/api/v2/classification-levels")
                .build();
        return List.of(connection.fetch(request, ClassificationLevel[].class));
    }
}
