package dev.confluencekit.content.page;

import dev.confluencekit.content.PageId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The copy of one page that is to be made. Unless told otherwise, title and body only.
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class PageCopy {
    private final PageId source;
    private final String destinationType;
    private final String destination;
    private final @Nullable String title;
    private final Set<CopyPart> parts;

    private PageCopy(
            PageId source, String destinationType, String destination, @Nullable String title, Set<CopyPart> parts) {
        this.source = source;
        this.destinationType = destinationType;
        this.destination = destination;
        this.title = title;
        this.parts = parts;
    }

    /**
     * A copy below another page, in the same space or another one.
     *
     * @param source the page
     * @param parent the page above the copy
     * @return a copy to be made
     */
    public static PageCopy under(PageId source, PageId parent) {
        return new PageCopy(source, "parent_page", parent.value(), null, Set.of());
    }

    /**
     * A copy at the root of a space.
     *
     * @param source the page
     * @param spaceKey the key of the space
     * @return a copy to be made
     * @throws dev.confluencekit.core.error.InvalidArgumentException if the key is blank
     */
    public static PageCopy atRootOf(PageId source, String spaceKey) {
        return new PageCopy(source, "space", Checks.text("spaceKey", spaceKey).strip(), null, Set.of());
    }

    /**
     * With a title of its own. It needs one in the space of the original, where titles are unique.
     *
     * @param title the title
     * @return a changed copy
     * @throws dev.confluencekit.core.error.InvalidArgumentException if it is blank
     */
    public PageCopy title(String title) {
        return new PageCopy(source, destinationType, destination, Checks.text("title", title), parts);
    }

    /**
     * With more of the original.
     *
     * @param more what comes along
     * @return a changed copy, with these besides those named before
     */
    public PageCopy with(CopyPart... more) {
        return new PageCopy(source, destinationType, destination, title, all(parts, more));
    }

    static Set<CopyPart> all(Set<CopyPart> parts, CopyPart... more) {
        Set<CopyPart> all = EnumSet.noneOf(CopyPart.class);
        all.addAll(parts);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }

    /** All are named, so that nothing depends on what the service would do by itself. */
    static JsonBody named(JsonBody json, Set<CopyPart> parts) {
        for (CopyPart part : CopyPart.values()) {
            json.with(part.member(), parts.contains(part));
        }
        return json;
    }

    PageId source() {
        return source;
    }

    String titleOr(String other) {
        return title == null ? other : title;
    }

    String json() {
        return named(new JsonBody(), parts)
                .with("pageTitle", title)
                .with("destination", Map.of("type", destinationType, "value", destination))
                .json();
    }
}
