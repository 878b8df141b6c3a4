package dev.confluencekit.content.property;

import dev.confluencekit.content.PropertyId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.BadRequestException;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceApiException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The properties of one owner over a connection. */
final class DefaultPropertiesClient implements PropertiesClient {
    private static final int MOST_TRIES = 5;

    private final ConfluenceConnection connection;
    private final ContentOwner owner;
    private final String noun;
    private final String segment;

    DefaultPropertiesClient(ConfluenceConnection connection, ContentOwner owner) {
        this.connection = connection;
        this.owner = owner;
        OwnerKind kind = owner.kind();
        boolean comment = kind == OwnerKind.FOOTER_COMMENT || kind == OwnerKind.INLINE_COMMENT;
        this.segment = comment ? "comments" : OwnedRequests.segment(kind);
        this.noun = comment ? "Comment" : kind == OwnerKind.BLOG_POST ? "Blogpost" : OwnedRequests.noun(kind);
    }

    @Override
    public Paged<Property> list() {
        return connection.list(listing().build(), Property.class, Batch.LARGEST, null);
    }

    @Override
    public Optional<Property> find(String key) {
        ApiRequest request = listing().query("key", Checks.text("key", key)).build();
        return connection.list(request, Property.class, 1, null).findFirst();
    }

    private ApiRequest.Builder listing() {
        return request("GET", "get" + noun + (isSpace() ? "Properties" : "ContentProperties"), "");
    }

    @Override
    public Property get(PropertyId id) {
        String operation = isSpace() ? "getSpacePropertyById" : "get" + noun + "ContentPropertiesById";
        return connection.fetch(one("GET", operation, id.value()).build(), Property.class);
    }

    @Override
    public Property create(String key, @Nullable Object value) {
        JsonBody body = new JsonBody().with("key", Checks.text("key", key)).withValue("value", value);
        ApiRequest request = request("POST", "create" + noun + "Property", "")
                .jsonBody(body.json())
                .build();
        return connection.fetch(request, Property.class);
    }

    @Override
    public Property update(Property read, @Nullable Object value) {
        Integer number = read.version() == null ? null : read.version().number();
        if (read.id() == null || read.key() == null || number == null) {
            throw new InvalidArgumentException("read", "must have its id, key and version, as the service gives them");
        }
        JsonBody body = new JsonBody()
                .with("key", read.key())
                .withValue("value", value)
                .with("version", new JsonBody().with("number", number + 1).members());
        ApiRequest request = one("PUT", "update" + noun + "PropertyById", read.id())
                .jsonBody(body.json())
                .build();
        return connection.fetch(request, Property.class);
    }

    @Override
    public Property put(String key, @Nullable Object value) {
        for (int tries = 1; ; tries++) {
            Optional<Property> present = find(key);
            try {
                return present.isPresent() ? update(present.get(), value) : create(key, value);
            } catch (ConflictException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
            } catch (BadRequestException e) {
                // A key that was taken in between is refused like any bad request; that it is there now tells them
                // apart.
                rethrowUnlessTaken(e, key, present.isPresent() || tries == MOST_TRIES);
            }
        }
    }

    private void rethrowUnlessTaken(ConfluenceApiException refusal, String key, boolean last) {
        if (last || find(key).isEmpty()) {
            throw refusal;
        }
    }

    @Override
    public void delete(PropertyId id) {
        connection.send(
                one("DELETE", "delete" + noun + "PropertyById", id.value()).build());
    }

    private ApiRequest.Builder one(String method, String operation, String id) {
        return request(method, operation, "/{property-id}").path("property-id", id);
    }

    private ApiRequest.Builder request(String method, String operation, String path) {
        return OwnedRequests.of(method, operation, segment, owner, "/properties" + path);
    }

    private boolean isSpace() {
        return owner.kind() == OwnerKind.SPACE;
    }
}
