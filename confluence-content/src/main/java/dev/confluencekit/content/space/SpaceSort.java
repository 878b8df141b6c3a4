package dev.confluencekit.content.space;

/** How a listing of spaces is ordered. */
public enum SpaceSort {
    /** {@code id}. */
    ID("id"),
    /** {@code -id}. */
    ID_DESCENDING("-id"),
    /** {@code key}. */
    KEY("key"),
    /** {@code -key}. */
    KEY_DESCENDING("-key"),
    /** {@code name}. */
    NAME("name"),
    /** {@code -name}. */
    NAME_DESCENDING("-name");

    private final String parameter;

    SpaceSort(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
