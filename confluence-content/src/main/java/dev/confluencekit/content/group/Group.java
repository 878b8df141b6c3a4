package dev.confluencekit.content.group;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group (v1 schema {@code Group}).
 *
 * @param id the id of the group
 * @param name its name, which may change
 * @param type {@code group}
 * @param usageType {@code USERBASE_GROUP}, or {@code TEAM_COLLABORATION} for a team
 * @param managedBy {@code ADMINS}, {@code EXTERNAL}, {@code TEAM_MEMBERS} or {@code OPEN}
 * @param extras what else the service sent
 */
public record Group(
        @JsonProperty("id") GroupId id,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("type") @Nullable String type,
        @JsonProperty("usageType") @Nullable String usageType,
        @JsonProperty("managedBy") @Nullable String managedBy,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its id it means nothing. */
    public Group {
        MissingMemberException.require(id, "id");
        extras = UnknownMembers.copy(extras);
    }
}
