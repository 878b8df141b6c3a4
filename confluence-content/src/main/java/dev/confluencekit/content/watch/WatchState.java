package dev.confluencekit.content.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;

/**
 * Whether somebody watches something (v1 schema {@code UserWatch}).
 *
 * @param watching whether
 * @param extras what else the service sent
 */
public record WatchState(
        @JsonProperty("watching") Boolean watching,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its watching it means nothing. */
    public WatchState {
        MissingMemberException.require(watching, "watching");
        extras = UnknownMembers.copy(extras);
    }
}
