package dev.confluencekit.content.space;

/** What can be read along with a space. Each list stops at 50 entries. */
public enum SpaceInclude {
    /** {@code include-icon}. */
    ICON("include-icon"),
    /** {@code include-operations}. */
    OPERATIONS("include-operations"),
    /** {@code include-properties}. */
    PROPERTIES("include-properties"),
    /** {@code include-permissions}. */
    PERMISSIONS("include-permissions"),
    /** {@code include-role-assignments}. */
    ROLE_ASSIGNMENTS("include-role-assignments"),
    /** {@code include-labels}. */
    LABELS("include-labels");

    private final String parameter;

    SpaceInclude(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
