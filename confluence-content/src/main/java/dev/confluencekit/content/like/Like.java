package dev.confluencekit.content.like;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A like (schema {@code Like}).
 *
 * @param accountId who likes it
 * @param extras what else the service sent
 */
public record Like(
        @JsonProperty("accountId") @Nullable AccountId accountId,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public Like {
        extras = UnknownMembers.copy(extras);
    }
}
