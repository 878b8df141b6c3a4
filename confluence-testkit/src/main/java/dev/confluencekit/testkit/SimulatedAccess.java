package dev.confluencekit.testkit;

import dev.confluencekit.testkit.internal.site.Allowed;
import dev.confluencekit.testkit.internal.site.Editor;
import java.util.Set;

/**
 * Who may see what of the simulated site: what somebody else changes while a client works. What an account may not see is
 * answered to it with 404 and is in no list, search or count of its. Safe for use by many threads.
 */
public final class SimulatedAccess {

    private final Editor editor;

    SimulatedAccess(Editor editor) {
        this.editor = editor;
    }

    /**
     * Takes a space, with all that is in it, from an account's sight.
     *
     * @param spaceKey the space
     * @param email the account's user name; upper and lower case do not matter
     * @throws IllegalArgumentException if there is no such space
     */
    public void takeSpace(String spaceKey, String email) {
        editor.hideSpace(spaceKey, email, true);
    }

    /**
     * Gives back what {@link #takeSpace} took. What else hides the space, or pages in it, stays.
     *
     * @param spaceKey the space
     * @param email the account's user name; upper and lower case do not matter
     * @throws IllegalArgumentException if there is no such space
     */
    public void giveSpace(String spaceKey, String email) {
        editor.hideSpace(spaceKey, email, false);
    }

    /**
     * Restricts the view of a page, and so of all below it. The restriction takes the place of the one that the page had.
     * Its version stays what it was.
     *
     * @param pageId the page or blog post
     * @param emails the user names of those who still see it, at least one; whoever calls is not let in by being an
     *     administrator
     * @throws IllegalArgumentException if there is no such page, or nobody is named
     */
    public void restrictPage(String pageId, String... emails) {
        if (emails.length == 0) {
            throw new IllegalArgumentException("a restriction names somebody");
        }
        editor.restrict(Long.parseLong(pageId), Allowed.users(Set.of(emails)));
    }

    /**
     * Lifts a page's own view restriction; those of the pages above it stay. Its version stays what it was.
     *
     * @param pageId the page or blog post
     * @throws IllegalArgumentException if there is no such page
     */
    public void openPage(String pageId) {
        editor.restrict(Long.parseLong(pageId), Allowed.EVERYBODY);
    }
}
