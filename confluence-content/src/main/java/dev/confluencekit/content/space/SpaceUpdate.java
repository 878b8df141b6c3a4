package dev.confluencekit.content.space;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed of a space; the rest stays as it is.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class SpaceUpdate {
    private final String key;
    private final @Nullable String name;
    private final @Nullable String description;
    private final @Nullable PageId homepage;
    private final @Nullable SpaceStatus status;

    private SpaceUpdate(
            String key,
            @Nullable String name,
            @Nullable String description,
            @Nullable PageId homepage,
            @Nullable SpaceStatus status) {
        this.key = key;
        this.name = name;
        this.description = description;
        this.homepage = homepage;
        this.status = status;
    }

    /**
     * Changes nothing yet.
     *
     * @param key the key of the space
     * @return an update
     * @throws InvalidArgumentException if the key is blank
     */
    public static SpaceUpdate of(String key) {
        return new SpaceUpdate(Checks.text("key", key).strip(), null, null, null, null);
    }

    /**
     * With another name.
     *
     * @param name the name, up to 200 characters
     * @return a changed copy
     * @throws InvalidArgumentException if it is blank or too long
     */
    public SpaceUpdate name(String name) {
        return new SpaceUpdate(key, NewSpace.name(name), description, homepage, status);
    }

    /**
     * With another plain description.
     *
     * @param text the text, possibly empty
     * @return a changed copy
     */
    public SpaceUpdate description(String text) {
        return new SpaceUpdate(key, name, text, homepage, status);
    }

    /**
     * With another home page.
     *
     * @param page a page of the space
     * @return a changed copy
     */
    public SpaceUpdate homepage(PageId page) {
        return new SpaceUpdate(key, name, description, page, status);
    }

    /**
     * Archived, or in use again.
     *
     * @param status the status
     * @return a changed copy
     */
    public SpaceUpdate status(SpaceStatus status) {
        return new SpaceUpdate(key, name, description, homepage, status);
    }

    String key() {
        return key;
    }

    ApiRequest toApiRequest() {
        JsonBody json = new JsonBody()
                .with("name", name)
                .with("description", NewSpace.plain(description))
                .with("homepage", homepage == null ? null : Map.of("id", homepage.value()))
                .with("status", status == null ? null : status.value());
        if (json.members().isEmpty()) {
            throw new InvalidArgumentException("update", "changes nothing");
        }
        return ApiRequest.of("PUT", "updateSpace", "/wiki/rest/api/space/{spaceKey}")
                .path("spaceKey", key)
                .jsonBody(json.json())
                .build();
    }
}
