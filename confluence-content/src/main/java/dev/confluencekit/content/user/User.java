package dev.confluencekit.content.user;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user (v1 schema {@code User}). Privacy settings blank much of it.
 *
 * @param type whether it is an account at all
 * @param accountId the id of the account; absent or empty for nobody
 * @param accountType {@code atlassian}, {@code app}, or empty
 * @param email the address, or empty where it is private
 * @param publicName a name that everybody may see
 * @param displayName the name, or the public one where it is private
 * @param timeZone the zone, or null where it is private
 * @param extras what else the service sent
 */
public record User(
        @JsonProperty("type") @Nullable UserType type,
        @JsonProperty("accountId") @Nullable String accountId,
        @JsonProperty("accountType") @Nullable String accountType,
        @JsonProperty("email") @Nullable String email,
        @JsonProperty("publicName") @Nullable String publicName,
        @JsonProperty("displayName") @Nullable String displayName,
        @JsonProperty("timeZone") @Nullable String timeZone,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras. */
    public User {
        extras = UnknownMembers.copy(extras);
    }

    /**
     * Whether this is an account, and not nobody.
     *
     * @return true if the type says so and there is an id
     */
    @JsonIgnore
    public boolean isAccount() {
        boolean somebody = UserType.KNOWN.equals(type) || UserType.USER.equals(type);
        return somebody && accountId != null && !accountId.isEmpty();
    }
}
