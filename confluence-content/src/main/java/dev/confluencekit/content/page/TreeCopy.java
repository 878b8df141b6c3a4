package dev.confluencekit.content.page;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The copy of a page with all pages below it that is to be made. Unless told otherwise, titles and bodies only. In the space
 * of the original the titles must become others: by a prefix, or by replacing words.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class TreeCopy {
    private final PageId top;
    private final PageId destination;
    private final @Nullable String prefix;
    private final @Nullable String search;
    private final @Nullable String replacement;
    private final Set<CopyPart> parts;

    private TreeCopy(
            PageId top,
            PageId destination,
            @Nullable String prefix,
            @Nullable String search,
            @Nullable String replacement,
            Set<CopyPart> parts) {
        this.top = top;
        this.destination = destination;
        this.prefix = prefix;
        this.search = search;
        this.replacement = replacement;
        this.parts = parts;
    }

    /**
     * A copy below another page, in the same space or another one.
     *
     * @param top the topmost page
     * @param destination the page above the copy
     * @return a copy to be made
     */
    public static TreeCopy under(PageId top, PageId destination) {
        return new TreeCopy(top, destination, null, null, null, Set.of());
    }

    /**
     * With something before each title.
     *
     * @param prefix the text, with its space at the end
     * @return a changed copy
     */
    public TreeCopy titlePrefix(String prefix) {
        return new TreeCopy(top, destination, prefix, search, replacement, parts);
    }

    /**
     * With a part of each title replaced.
     *
     * @param search what is replaced
     * @param replacement what stands in its place, possibly empty
     * @return a changed copy
     * @throws dev.confluencekit.core.error.InvalidArgumentException if there is nothing to search for
     */
    public TreeCopy titleReplace(String search, String replacement) {
        return new TreeCopy(top, destination, prefix, Checks.text("search", search), replacement, parts);
    }

    /**
     * With more of the originals.
     *
     * @param more what comes along
     * @return a changed copy, with these besides those named before
     */
    public TreeCopy with(CopyPart... more) {
        return new TreeCopy(top, destination, prefix, search, replacement, PageCopy.all(parts, more));
    }

    PageId top() {
        return top;
    }

    PageId destination() {
        return destination;
    }

    String json() {
        JsonBody titles =
                new JsonBody().with("prefix", prefix).with("search", search).with("replace", replacement);
        return PageCopy.named(new JsonBody(), parts)
                .with("copyDescendants", true)
                .with("destinationPageId", destination.value())
                .with("titleOptions", titles.members().isEmpty() ? null : titles.members())
                .json();
    }
}
