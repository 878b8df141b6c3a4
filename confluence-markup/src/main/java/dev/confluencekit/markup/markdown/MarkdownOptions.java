package dev.confluencekit.markup.markdown;

import dev.confluencekit.markup.resolve.Resolvers;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** How Markdown is written. Immutable: methods give changed copies. */
public final class MarkdownOptions {
    private static final MarkdownOptions DEFAULTS =
            new MarkdownOptions(Resolvers.none(), 0, EnumSet.of(Choice.DETAILS, Choice.IGNORED_PARTS));

    private final Resolvers resolvers;
    private final int headingShift;
    private final Set<Choice> choices;

    /** What is done or not. */
    enum Choice {
        DETAILS,
        HTML_MARKS,
        HTML_ANCHORS,
        FIRST_ROW_AS_HEADER,
        UNKNOWN_MACROS,
        HIDDEN_EXCERPTS,
        IGNORED_PARTS
    }

    private MarkdownOptions(Resolvers resolvers, int headingShift, Set<Choice> choices) {
        this.resolvers = resolvers;
        this.headingShift = headingShift;
        this.choices = choices;
    }

    /** GitHub's flavour, as little HTML as can be, no resolvers. */
    public static MarkdownOptions defaults() {
        return DEFAULTS;
    }

    /** Resolvers for links, people and includes. */
    public MarkdownOptions resolvers(Resolvers use) {
        return new MarkdownOptions(Objects.requireNonNull(use, "use"), headingShift, choices);
    }

    /**
     * Makes headings smaller or larger by so many levels; none gets past 1 and 6. Unless said otherwise 0.
     *
     * @param levels -5 to 5
     * @return changed options
     */
    public MarkdownOptions headingShift(int levels) {
        if (levels < -5 || levels > 5) {
            throw new IllegalArgumentException("levels must be -5 to 5, not " + levels);
        }
        return new MarkdownOptions(resolvers, levels, choices);
    }

    /** Whether expands are {@code <details>}; a bold title and the content otherwise. Unless said otherwise they are. */
    public MarkdownOptions details(boolean html) {
        return with(Choice.DETAILS, html);
    }

    /** Whether underlines and colours are kept as HTML. Unless said otherwise they are not. */
    public MarkdownOptions htmlMarks(boolean keep) {
        return with(Choice.HTML_MARKS, keep);
    }

    /** Whether anchors are kept as HTML. Unless said otherwise they are not. */
    public MarkdownOptions htmlAnchors(boolean keep) {
        return with(Choice.HTML_ANCHORS, keep);
    }

    /** Whether the first row of a table without header is its header. Unless said otherwise such a table gets an empty one. */
    public MarkdownOptions firstRowAsHeader(boolean header) {
        return with(Choice.FIRST_ROW_AS_HEADER, header);
    }

    /** Whether an unknown macro shows its name. Unless said otherwise it does not; the report tells of it either way. */
    public MarkdownOptions unknownMacros(boolean show) {
        return with(Choice.UNKNOWN_MACROS, show);
    }

    /** Whether excerpts are shown that the page hides. Unless said otherwise they are not. */
    public MarkdownOptions hiddenExcerpts(boolean show) {
        return with(Choice.HIDDEN_EXCERPTS, show);
    }

    /** Whether the bodies of {@code scroll-ignore} and of translations are shown. Unless said otherwise they are. */
    public MarkdownOptions ignoredParts(boolean show) {
        return with(Choice.IGNORED_PARTS, show);
    }

    private MarkdownOptions with(Choice choice, boolean made) {
        Set<Choice> changed = choices.isEmpty() ? EnumSet.noneOf(Choice.class) : EnumSet.copyOf(choices);
        if (made) {
            changed.add(choice);
        } else {
            changed.remove(choice);
        }
        return new MarkdownOptions(resolvers, headingShift, changed);
    }

    /** The resolvers that were set. */
    public Resolvers resolvers() {
        return resolvers;
    }

    int headingShift() {
        return headingShift;
    }

    boolean has(Choice choice) {
        return choices.contains(choice);
    }

    /** What differs from the defaults, without the resolvers; empty if nothing does. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (headingShift != 0) {
            text.append(" heading-shift=").append(headingShift);
        }
        for (Choice choice : Choice.values()) {
            if (has(choice) != DEFAULTS.has(choice)) {
                text.append(has(choice) ? " +" : " -")
                        .append(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        return text.toString();
    }
}
