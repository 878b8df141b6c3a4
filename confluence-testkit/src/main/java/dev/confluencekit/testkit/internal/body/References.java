package dev.confluencekit.testkit.internal.body;

import java.util.Optional;

/** Finds what the links, images and mentions of a page point at. */
public interface References {

    /**
     * Finds a page.
     *
     * @param spaceKey its space, or empty for the space of the page that links
     * @param title its title
     * @return its web address, or empty if there is no such page
     */
    Optional<String> page(Optional<String> spaceKey, String title);

    /**
     * Gives the address of a file attached to the page.
     *
     * @param fileName its name
     * @return its web address
     */
    String attachment(String fileName);

    /**
     * Finds a person.
     *
     * @param accountId the account id
     * @return the display name, or empty if the site does not know it
     */
    Optional<String> person(String accountId);
}
