package dev.confluencekit.sync.scope;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is mirrored. Unless told otherwise: the current pages of the spaces, with their bodies.
 *
 * <p>A mirror is bound to its scope: a target that was filled with one is refused with another, for what is missing could not
 * be told from what was deleted.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class MirrorScope {
    private final SortedSet<String> spaceKeys;
    private final Set<Part> parts;
    private final @Nullable String filterName;
    private final BiPredicate<ItemState, ItemDetails> filter;

    private MirrorScope(
            SortedSet<String> spaceKeys,
            Set<Part> parts,
            @Nullable String filterName,
            BiPredicate<ItemState, ItemDetails> filter) {
        this.spaceKeys = spaceKeys;
        this.parts = parts;
        this.filterName = filterName;
        this.filter = filter;
    }

    /**
     * All current spaces that the account may see, also those that are added later.
     *
     * @return a scope
     */
    public static MirrorScope allSpaces() {
        return new MirrorScope(new TreeSet<>(), EnumSet.noneOf(Part.class), null, (state, details) -> true);
    }

    /**
     * Some spaces.
     *
     * @param keys the keys of 1 to 250 spaces, such as {@code SUPPORT}
     * @return a scope
     * @throws InvalidArgumentException if there is none, too many, or a blank one
     */
    public static MirrorScope spaces(String... keys) {
        SortedSet<String> wanted = new TreeSet<>();
        for (String key : keys) {
            if (key.isBlank()) {
                throw new InvalidArgumentException("keys", "one of them is blank");
            }
            wanted.add(key.strip());
        }
        if (wanted.isEmpty() || wanted.size() > 250) {
            throw new InvalidArgumentException("keys", "must be 1 to 250, not " + wanted.size());
        }
        return new MirrorScope(wanted, EnumSet.noneOf(Part.class), null, (state, details) -> true);
    }

    /**
     * Archived pages too.
     *
     * @return a changed copy
     */
    public MirrorScope withArchivedPages() {
        return with(Part.ARCHIVED);
    }

    /**
     * Blog posts too.
     *
     * @return a changed copy
     */
    public MirrorScope withBlogPosts() {
        return with(Part.BLOG_POSTS);
    }

    /**
     * The labels of pages and blog posts. A label raises no version, so that changes are found by reconciling runs, which ask
     * for each page then.
     *
     * @return a changed copy
     */
    public MirrorScope withLabels() {
        return with(Part.LABELS);
    }

    /**
     * The content properties of pages and blog posts, found as {@linkplain #withLabels() labels} are, by one request more
     * for each.
     *
     * @return a changed copy
     */
    public MirrorScope withProperties() {
        return with(Part.PROPERTIES);
    }

    /**
     * The restrictions of pages and blog posts themselves, found as {@linkplain #withLabels() labels} are, by two requests
     * more for each.
     *
     * @return a changed copy
     */
    public MirrorScope withRestrictions() {
        return with(Part.RESTRICTIONS);
    }

    /**
     * Comments of pages and blog posts, and replies to them. They raise no version of the page: reconciling runs ask for those
     * of each page.
     *
     * @return a changed copy
     */
    public MirrorScope withComments() {
        return with(Part.COMMENTS);
    }

    /**
     * Files of pages and blog posts, found as {@linkplain #withComments() comments} are.
     *
     * @return a changed copy
     */
    public MirrorScope withAttachments() {
        return with(Part.ATTACHMENTS);
    }

    /**
     * Only some of the pages and blog posts. One that no longer passes is taken out of the mirror.
     *
     * @param name names the rule: a mirror is bound to it, and another name is another rule
     * @param rule says of an item whether to mirror it, by what is listed of it: title, parent, status, times, authors; not by
     *     labels, properties and restrictions
     * @return a changed copy
     */
    public MirrorScope only(String name, BiPredicate<ItemState, ItemDetails> rule) {
        if (name.isBlank()) {
            throw new InvalidArgumentException("name", "is missing");
        }
        return new MirrorScope(spaceKeys, parts, name, rule);
    }

    private MirrorScope with(Part part) {
        Set<Part> more = EnumSet.of(part);
        more.addAll(parts);
        return new MirrorScope(spaceKeys, more, filterName, filter);
    }

    /**
     * The spaces that were named.
     *
     * @return their keys, or empty for all spaces
     */
    public Optional<SortedSet<String>> spaceKeys() {
        return spaceKeys.isEmpty() ? Optional.empty() : Optional.of(new TreeSet<>(spaceKeys));
    }

    /**
     * Whether something is in it.
     *
     * @param part what
     * @return whether it is mirrored
     */
    public boolean has(Part part) {
        return parts.contains(part);
    }

    /**
     * Whether an item passes the rule that was set.
     *
     * @param state the item
     * @param details what is listed of it
     * @return whether it is mirrored
     */
    public boolean takes(ItemState state, ItemDetails details) {
        return filter.test(state, details);
    }

    /** What a mirror is bound to. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(spaceKeys.isEmpty() ? "all spaces" : "spaces " + spaceKeys);
        Arrays.stream(Part.values())
                .filter(parts::contains)
                .forEach(part -> text.append(" + ").append(part.words));
        if (filterName != null) {
            text.append(", only ").append(filterName);
        }
        return text.toString();
    }

    /** What a scope can hold besides current pages. More may be added. */
    public enum Part {
        /** Archived pages. */
        ARCHIVED("archived pages"),
        /** Blog posts. */
        BLOG_POSTS("blog posts"),
        /** Labels of pages and blog posts. */
        LABELS("labels"),
        /** Content properties of pages and blog posts. */
        PROPERTIES("properties"),
        /** Restrictions of pages and blog posts. */
        RESTRICTIONS("restrictions"),
        /** Comments and replies. */
        COMMENTS("comments"),
        /** Files. */
        ATTACHMENTS("attachments");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }
}
