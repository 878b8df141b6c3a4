package dev.confluencekit.content.customcontent;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.Lookups;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Custom content over a connection. */
final class DefaultCustomContentClient implements CustomContentClient {
    private static final String ALL = "/wiki/api/v2/custom-content";
    private static final String ONE = ALL + "/{id}";
    private static final Map<OwnerKind, String> CONTAINERS = Map.of(
            OwnerKind.SPACE, "spaceId",
            OwnerKind.PAGE, "pageId",
            OwnerKind.BLOG_POST, "blogPostId",
            OwnerKind.CUSTOM_CONTENT, "customContentId");

    private final ConfluenceConnection connection;

    DefaultCustomContentClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public Paged<CustomContent> list(CustomContentQuery query) {
        return connection.list(query.toApiRequest(), CustomContent.class, Batch.LARGEST, null);
    }

    @Override
    public CustomContent get(ContentId id) {
        return read(id, null);
    }

    @Override
    public CustomContent get(ContentId id, String representation) {
        return read(id, Checks.text("representation", representation));
    }

    private CustomContent read(ContentId id, @Nullable String representation) {
        ApiRequest request = ApiRequest.get("getCustomContentById", ONE)
                .path("id", id.value())
                .query("body-format", representation)
                .build();
        return connection.fetch(request, CustomContent.class);
    }

    @Override
    public Optional<CustomContent> find(ContentId id) {
        return Lookups.find(() -> get(id));
    }

    @Override
    public CustomContent create(ContentOwner container, String type, String title, NewBody body) {
        String member = CONTAINERS.get(container.kind());
        if (member == null) {
            throw new InvalidArgumentException("container", "must be a space, a page, a blog post or custom content");
        }
        JsonBody json = new JsonBody()
                .with("type", Checks.text("type", type))
                .with(member, container.id())
                .with("title", Checks.text("title", title))
                .with("body", body.members());
        ApiRequest request = ApiRequest.of("POST", "createCustomContent", ALL)
                .jsonBody(json.json())
                .build();
        return connection.write(
                request,
                CustomContent.class,
                // Whether two may have the same title is the app's affair.
                looking -> Finding.undecided("Look for it among the custom content of " + container + "."));
    }

    @Override
    public CustomContent update(CustomContent read, String title, NewBody body) {
        Integer number = read.version() == null ? null : read.version().number();
        if (read.type() == null || number == null) {
            throw new InvalidArgumentException("read", "must have its type and version, as the service gives them");
        }
        JsonBody json = new JsonBody()
                .with("id", read.id().value())
                .with("type", read.type())
                .with("status", "current")
                .with("title", Checks.text("title", title))
                .with("body", body.members())
                .with("version", new JsonBody().with("number", number + 1).members());
        ApiRequest request = ApiRequest.of("PUT", "updateCustomContent", ONE)
                .path("id", read.id().value())
                .jsonBody(json.json())
                .build();
        return connection.fetch(request, CustomContent.class);
    }

    @Override
    public void delete(ContentId id) {
        remove(id, false);
    }

    @Override
    public void purge(ContentId id) {
        remove(id, true);
    }

    private void remove(ContentId id, boolean purge) {
        connection.send(ApiRequest.of("DELETE", "deleteCustomContent", ONE)
                .path("id", id.value())
                .query("purge", purge ? true : null)
                .build());
    }
}
