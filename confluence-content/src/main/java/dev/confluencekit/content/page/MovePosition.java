package dev.confluencekit.content.page;

/** Where a page goes, as seen from another one. */
public enum MovePosition {
    /** Before it, with the same parent. */
    BEFORE("before"),
    /** After it, with the same parent. */
    AFTER("after"),
    /** Below it, as its last child. */
    APPEND("append");

    private final String word;

    MovePosition(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
