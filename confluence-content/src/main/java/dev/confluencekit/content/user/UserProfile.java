package dev.confluencekit.content.user;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as v2 tells of it (schema {@code User}). Privacy settings blank much of it.
 *
 * @param accountId the id of the account
 * @param displayName the name, or the public one where it is private
 * @param publicName a name that everybody may see
 * @param email the address, or empty where it is private
 * @param timeZone the zone, or null where it is private
 * @param accountType {@code atlassian}, {@code app}, {@code customer} or another
 * @param accountStatus whether the account is in use
 * @param personalSpaceId the user's own space
 * @param isExternalCollaborator whether it is a guest
 * @param extras what else the service sent
 */
public record UserProfile(
        @JsonProperty("accountId") AccountId accountId,
        @JsonProperty("displayName") @Nullable String displayName,
        @JsonProperty("publicName") @Nullable String publicName,
        @JsonProperty("email") @Nullable String email,
        @JsonProperty("timeZone") @Nullable String timeZone,
        @JsonProperty("accountType") @Nullable String accountType,
        @JsonProperty("accountStatus") @Nullable AccountStatus accountStatus,
        @JsonProperty("personalSpaceId") @Nullable SpaceId personalSpaceId,
        @JsonProperty("isExternalCollaborator") @Nullable Boolean isExternalCollaborator,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies the extras; without its accountId it means nothing. */
    public UserProfile {
        MissingMemberException.require(accountId, "accountId");
        extras = UnknownMembers.copy(extras);
    }
}
