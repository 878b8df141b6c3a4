package dev.confluencekit.content.hierarchy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.ContentType;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands somewhere below something (schema {@code DescendantsResponse}).
 *
 * @param id the id of the descendant
 * @param status {@code current} or {@code archived}
 * @param title its title
 * @param type what it is
 * @param parentId what it stands directly below
 * @param depth how far below what was asked about, counted from 1
 * @param childPosition its place among its siblings
 * @param extras what else the service sent
 */
public record Descendant(
        @JsonProperty("id") ContentId id,
        @JsonProperty("status") @Nullable ContentStatus status,
        @JsonProperty("title") @Nullable String title,
        @JsonProperty("type") @Nullable ContentType type,
        @JsonProperty("parentId") @Nullable ContentId parentId,
        @JsonProperty("depth") @Nullable Integer depth,
        @JsonProperty("childPosition") @Nullable Integer childPosition,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public Descendant {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }

    /** The same, so much further below. */
    Descendant below(int levels) {
        return depth == null || levels == 0
                ? this
                : new Descendant(id, status, title, type, parentId, depth + levels, childPosition, extras);
    }
}
