package dev.confluencekit.content.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.user.User;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody watches something (v1 schemas {@code Watch}, {@code SpaceWatch}).
 *
 * @param type in which way
 * @param watcher who
 * @param contentId which content
 * @param spaceKey which space
 * @param labelName which label
 * @param extras what else the service sent
 */
public record Watch(
        @JsonProperty("type") @Nullable String type,
        @JsonProperty("watcher") @Nullable User watcher,
        @JsonProperty("contentId") @Nullable ContentId contentId,
        @JsonProperty("spaceKey") @Nullable String spaceKey,
        @JsonProperty("labelName") @Nullable String labelName,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public Watch {
        extras = UnknownMembers.copy(extras);
    }
}
