package dev.confluencekit.content.restriction;

/** What can be asked about somebody's permissions. */
public enum CheckedOperation {
    /** To see it. */
    READ("read"),
    /** To change it. */
    UPDATE("update"),
    /** To delete it. */
    DELETE("delete");

    private final String key;

    CheckedOperation(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
