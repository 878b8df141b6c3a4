package dev.confluencekit.content.watch;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.internal.Checks;

/** What can be watched: content, a label, or a space. Immutable. */
public final class WatchTarget {
    /** What it is, and how the service calls that. */
    enum Kind {
        CONTENT("content", "contentId", "getContentWatchStatus", "addContentWatcher", "removeContentWatcher"),
        LABEL("label", "labelName", "isWatchingLabel", "addLabelWatcher", "removeLabelWatcher"),
        SPACE("space", "spaceKey", "isWatchingSpace", "addSpaceWatcher", "removeSpaceWatch");

        final String segment;
        final String parameter;
        final String state;
        final String add;
        final String remove;

        Kind(String segment, String parameter, String state, String add, String remove) {
            this.segment = segment;
            this.parameter = parameter;
            this.state = state;
            this.add = add;
            this.remove = remove;
        }
    }

    final Kind kind;
    final String value;

    private WatchTarget(Kind kind, String value) {
        this.kind = kind;
        this.value = value;
    }

    /**
     * A page or a blog post.
     *
     * @param id the content
     * @return what to watch
     */
    public static WatchTarget content(ContentId id) {
        return new WatchTarget(Kind.CONTENT, id.value());
    }

    /**
     * Content with a label.
     *
     * @param name the label
     * @return what to watch
     * @throws dev.confluencekit.core.error.InvalidArgumentException if it is blank
     */
    public static WatchTarget label(String name) {
        return new WatchTarget(Kind.LABEL, Checks.text("label", name));
    }

    /**
     * A space.
     *
     * @param key the key of the space
     * @return what to watch
     * @throws dev.confluencekit.core.error.InvalidArgumentException if it is blank
     */
    public static WatchTarget space(String key) {
        return new WatchTarget(Kind.SPACE, Checks.text("spaceKey", key).strip());
    }

    /**
     * What it is.
     *
     * @return for example {@code space SUPPORT}
     */
    @Override
    public String toString() {
        return kind.segment + " " + value;
    }
}
