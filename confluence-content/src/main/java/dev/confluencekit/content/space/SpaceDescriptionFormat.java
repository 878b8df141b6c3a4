package dev.confluencekit.content.space;

/** The form in which a space's description is read. Nothing comes without one. */
public enum SpaceDescriptionFormat {
    /** {@code plain}. */
    PLAIN("plain"),
    /** {@code view}. */
    VIEW("view");

    private final String parameter;

    SpaceDescriptionFormat(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
