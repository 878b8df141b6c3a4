package dev.confluencekit.content.space;

import dev.confluencekit.core.error.ConfluenceException;

/** No space with a key can be seen: there is none, or the account may not see it. */
public final class SpaceNotFoundException extends ConfluenceException {
    private static final long serialVersionUID = 1L;

    private final String key;

    SpaceNotFoundException(String key) {
        super("No space with the key \"" + key
                + "\" (GET /wiki/api/v2/spaces): it does not exist or this account may not see it.");
        this.key = key;
    }

    /**
     * The key that was looked for.
     *
     * @return the key
     */
    public String key() {
        return key;
    }
}
