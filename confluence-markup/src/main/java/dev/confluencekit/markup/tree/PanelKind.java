package dev.confluencekit.markup.tree;

/** What a panel says by its colour. Storage and the new editor use the words note and warning for different things. */
public enum PanelKind {
    /** Blue: for information. The macro info. */
    INFO,
    /** Green: a tip, or success. The macro tip. */
    TIP,
    /** Purple: a note of the new editor, which has no macro. */
    NOTE,
    /** Yellow: a warning of the new editor. The macro note. */
    WARNING,
    /** Red: an error. The macro warning. */
    ERROR,
    /** In a colour of its own. The macro panel. */
    CUSTOM
}
