package dev.confluencekit.content.restriction;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.GroupId;
import java.util.Collection;
import java.util.List;

/**
 * Who may read a page, by its own restriction and those of all above it. Who may see the space is another question, and comes
 * first. Immutable.
 */
public final class ReadAccess {
    private final ContentId page;
    private final List<Restriction> levels;

    ReadAccess(ContentId page, List<Restriction> levels) {
        this.page = page;
        this.levels = List.copyOf(levels);
    }

    /**
     * The page.
     *
     * @return its id
     */
    public ContentId page() {
        return page;
    }

    /**
     * The read restrictions from the top of the tree down to the page itself, open ones included.
     *
     * @return an immutable list
     */
    public List<Restriction> levels() {
        return levels;
    }

    /**
     * Whether anybody who may see the space is kept out.
     *
     * @return true if a level is restricted
     */
    public boolean isRestricted() {
        return levels.stream().anyMatch(Restriction::isRestricted);
    }

    /**
     * Whether all levels let somebody through.
     *
     * @param account the account
     * @param memberOf the groups that the account is in; leaving one out may only keep the account out
     * @return true if every restricted level names the account or one of its groups
     */
    public boolean permits(AccountId account, Collection<GroupId> memberOf) {
        return levels.stream().allMatch(level -> level.permits(account, memberOf));
    }

    @Override
    public String toString() {
        return "read access to " + page + ": " + levels;
    }
}
