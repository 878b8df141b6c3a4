package dev.confluencekit.content.restriction;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.GroupId;
import java.util.Collection;
import java.util.Set;

/** Who may do something with one piece of content, by its own restriction. Nobody named means no restriction. Immutable. */
public final class Restriction {
    private final ContentId content;
    private final RestrictedOperation operation;
    private final Set<AccountId> users;
    private final Set<GroupId> groups;

    Restriction(ContentId content, RestrictedOperation operation, Set<AccountId> users, Set<GroupId> groups) {
        this.content = content;
        this.operation = operation;
        this.users = Set.copyOf(users);
        this.groups = Set.copyOf(groups);
    }

    /**
     * The content.
     *
     * @return its id
     */
    public ContentId content() {
        return content;
    }

    /**
     * What it is about.
     *
     * @return the operation
     */
    public RestrictedOperation operation() {
        return operation;
    }

    /**
     * The accounts that may.
     *
     * @return an immutable set
     */
    public Set<AccountId> users() {
        return users;
    }

    /**
     * The groups whose members may.
     *
     * @return an immutable set
     */
    public Set<GroupId> groups() {
        return groups;
    }

    /**
     * Whether anybody is kept out.
     *
     * @return false if nobody is named
     */
    public boolean isRestricted() {
        return !users.isEmpty() || !groups.isEmpty();
    }

    /**
     * Whether it lets somebody through.
     *
     * @param account the account
     * @param memberOf the groups that the account is in
     * @return true if nobody is named, or the account or one of its groups is
     */
    public boolean permits(AccountId account, Collection<GroupId> memberOf) {
        return !isRestricted() || users.contains(account) || memberOf.stream().anyMatch(groups::contains);
    }

    @Override
    public String toString() {
        return operation.key() + " of " + content + ": " + users + ", groups " + groups;
    }
}
