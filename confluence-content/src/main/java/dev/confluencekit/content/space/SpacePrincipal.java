package dev.confluencekit.content.space;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.GroupId;
import dev.confluencekit.content.internal.Checks;

/**
 * Somebody who can have roles in spaces. Immutable.
 *
 * @param principalType what it is
 * @param principalId which of these
 */
public record SpacePrincipal(PrincipalType principalType, String principalId) {
    /** Refuses nobody. */
    public SpacePrincipal {
        Checks.text("principalId", principalId);
    }

    /**
     * A user.
     *
     * @param account the account
     * @return the principal
     */
    public static SpacePrincipal user(AccountId account) {
        return new SpacePrincipal(PrincipalType.USER, account.value());
    }

    /**
     * A group.
     *
     * @param group the group
     * @return the principal
     */
    public static SpacePrincipal group(GroupId group) {
        return new SpacePrincipal(PrincipalType.GROUP, group.value());
    }

    /**
     * A class of users, as the service names it.
     *
     * @param name the service's name of the class
     * @return the principal
     * @throws dev.confluencekit.core.error.InvalidArgumentException if it is blank
     */
    public static SpacePrincipal accessClass(String name) {
        return new SpacePrincipal(PrincipalType.ACCESS_CLASS, name);
    }
}
