package dev.confluencekit.markup.build;

/** Colours that a status can have. */
public enum StatusColour {
    /** Neutral. */
    GREY("Grey"),
    /** Purple. */
    PURPLE("Purple"),
    /** Blue. */
    BLUE("Blue"),
    /** Red. */
    RED("Red"),
    /** Yellow. */
    YELLOW("Yellow"),
    /** Green. */
    GREEN("Green");

    private final String name;

    StatusColour(String name) {
        this.name = name;
    }

    /** As the macro status names it. */
    String macroName() {
        return name;
    }
}
