package dev.confluencekit.content.space;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.request.ApiRequest;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which single space to read, and what of it. Immutable: each method gives a changed copy.
 */
public final class SpaceRequest {
    private final SpaceId id;
    private final @Nullable SpaceDescriptionFormat description;
    private final Set<SpaceInclude> includes;

    private SpaceRequest(SpaceId id, @Nullable SpaceDescriptionFormat description, Set<SpaceInclude> includes) {
        this.id = id;
        this.description = description;
        this.includes = includes;
    }

    /**
     * A space.
     *
     * @param id the space
     * @return a request
     */
    public static SpaceRequest of(SpaceId id) {
        return new SpaceRequest(id, null, Set.of());
    }

    /**
     * Brings the description along.
     *
     * @param format the form to have it in
     * @return a changed copy
     */
    public SpaceRequest description(SpaceDescriptionFormat format) {
        return new SpaceRequest(id, format, includes);
    }

    /**
     * Brings more along.
     *
     * @param more what
     * @return a changed copy, with these besides those asked for before
     */
    public SpaceRequest include(SpaceInclude... more) {
        Set<SpaceInclude> all = EnumSet.noneOf(SpaceInclude.class);
        all.addAll(includes);
        all.addAll(Set.of(more));
        return new SpaceRequest(id, description, all);
    }

    ApiRequest toApiRequest() {
        ApiRequest.Builder request = ApiRequest.get("getSpaceById", "/wiki/api/v2/spaces/{id}")
                .path("id", id.value())
                .query("description-format", description == null ? null : description.parameter());
        for (SpaceInclude include : includes) {
            request.query(include.parameter(), true);
        }
        return request.build();
    }
}
