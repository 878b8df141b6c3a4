package dev.confluencekit.markup.chunk;

/**
 * Measures text, in characters or in tokens of a model. Called often, on the thread that makes chunks. It must not count more for
 * two texts together than for each, and nothing for no text.
 */
@FunctionalInterface
public interface SizeCounter {
    /** Counts characters as people do who count UTF-16 units. */
    SizeCounter CHARACTERS = String::length;

    /**
     * Measures.
     *
     * @param text any
     * @return 0 or more
     */
    int count(String text);
}
