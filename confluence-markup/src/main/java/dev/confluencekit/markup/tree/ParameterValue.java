package dev.confluencekit.markup.tree;

/** A part of the value of a parameter. */
public sealed interface ParameterValue {
    /**
     * Text.
     *
     * @param text as it is
     */
    record Words(String text) implements ParameterValue {}

    /**
     * A resource that is named.
     *
     * @param target the resource
     */
    record Resource(Target target) implements ParameterValue {}

    /**
     * A resource that is named in a link.
     *
     * @param link the link
     */
    record Linked(Link link) implements ParameterValue {}
}
