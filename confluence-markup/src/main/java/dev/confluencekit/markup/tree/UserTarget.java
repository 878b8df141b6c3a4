package dev.confluencekit.markup.tree;

import org.jspecify.annotations.Nullable;

/**
 * A user. Cloud has account ids, Data Center keys and names.
 *
 * @param accountId on Cloud
 * @param userKey on Data Center
 * @param username on Data Center
 */
public record UserTarget(
        @Nullable String accountId,
        @Nullable String userKey,
        @Nullable String username) implements Target {
    /** Makes one of Cloud. */
    public static UserTarget ofAccount(String accountId) {
        return new UserTarget(accountId, null, null);
    }
}
