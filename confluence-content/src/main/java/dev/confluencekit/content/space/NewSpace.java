package dev.confluencekit.content.space;

import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A space to be created. Unless told otherwise with the site's default permissions, by version 1 of the interface, which
 * works everywhere.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class NewSpace {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,255}");
    private static final int LONGEST_NAME = 200;

    private final String key;
    private final String name;
    private final @Nullable String description;
    private final boolean isPrivate;
    private final boolean byVersion2;

    private NewSpace(String key, String name, @Nullable String description, boolean isPrivate, boolean byVersion2) {
        this.key = key;
        this.name = name;
        this.description = description;
        this.isPrivate = isPrivate;
        this.byVersion2 = byVersion2;
    }

    /**
     * A space.
     *
     * @param key its key, 1 to 255 letters and digits, which no other space may have
     * @param name its name, up to 200 characters
     * @return what is to be created
     * @throws InvalidArgumentException if one of them has another form
     */
    public static NewSpace of(String key, String name) {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidArgumentException("key", "must be 1 to 255 letters and digits");
        }
        return new NewSpace(key, name(name), null, false, false);
    }

    static String name(String name) {
        if (Checks.text("name", name).length() > LONGEST_NAME) {
            throw new InvalidArgumentException("name", "must be at most " + LONGEST_NAME + " characters");
        }
        return name;
    }

    /**
     * With a plain description.
     *
     * @param text the text
     * @return a changed copy
     */
    public NewSpace description(String text) {
        return new NewSpace(key, name, text, isPrivate, byVersion2);
    }

    /**
     * Seen by its creator only.
     *
     * @return a changed copy
     */
    public NewSpace visibleToCreatorOnly() {
        return new NewSpace(key, name, description, true, byVersion2);
    }

    /**
     * By version 2 of the interface, which only tenants offer whose spaces are governed by roles alone.
     *
     * @return a changed copy
     */
    public NewSpace byVersion2() {
        return new NewSpace(key, name, description, isPrivate, true);
    }

    String key() {
        return key;
    }

    String name() {
        return name;
    }

    ApiRequest toApiRequest() {
        JsonBody json = new JsonBody().with("key", key).with("name", name);
        if (byVersion2) {
            return ApiRequest.of("POST", "createSpace", "/wiki/api/v2/spaces")
                    .jsonBody(json.with("createPrivateSpace", isPrivate ? true : null)
                            .with(
                                    "description",
                                    description == null
                                            ? null
                                            : Map.of("value", description, "representation", "plain"))
                            .json())
                    .build();
        }
        ApiRequest.Builder request = isPrivate
                ? ApiRequest.of("POST", "createPrivateSpace", "/wiki/rest/api/space/_private")
                : ApiRequest.of("POST", "createSpace", "/wiki/rest/api/space");
        return request.jsonBody(json.with("description", plain(description)).json())
                .build();
    }

    static @Nullable Map<String, Object> plain(@Nullable String description) {
        return description == null ? null : Map.of("plain", Map.of("value", description, "representation", "plain"));
    }
}
