package dev.confluencekit.markup.internal.plain;

import dev.confluencekit.markup.resolve.Resolvers;

/**
 * What to show.
 *
 * @param resolvers for links, people and includes
 * @param unknownMacros whether an unknown macro shows its name
 * @param hiddenExcerpts whether hidden excerpts are shown
 * @param ignored whether what is not meant for print or other languages is shown
 */
public record ReductionOptions(Resolvers resolvers, boolean unknownMacros, boolean hiddenExcerpts, boolean ignored) {}
