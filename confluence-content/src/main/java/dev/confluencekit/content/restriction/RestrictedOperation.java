package dev.confluencekit.content.restriction;

/** What a restriction of content is about. */
public enum RestrictedOperation {
    /** To see it, and what is below it. */
    READ("read"),
    /** To change it. */
    UPDATE("update");

    private final String key;

    RestrictedOperation(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
