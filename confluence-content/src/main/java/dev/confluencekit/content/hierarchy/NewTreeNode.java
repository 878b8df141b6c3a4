package dev.confluencekit.content.hierarchy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.internal.Checks;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A folder, whiteboard, database or smart link to be created. Immutable: each method gives a changed copy.
 */
public final class NewTreeNode {
    final SpaceId space;
    final @Nullable String title;
    final @Nullable ContentId parent;
    final boolean isPrivate;
    final @Nullable String template;
    final @Nullable String locale;
    final @Nullable URI target;

    private NewTreeNode(
            SpaceId space,
            @Nullable String title,
            @Nullable ContentId parent,
            boolean isPrivate,
            @Nullable String template,
            @Nullable String locale,
            @Nullable URI target) {
        this.space = space;
        this.title = title;
        this.parent = parent;
        this.isPrivate = isPrivate;
        this.template = template;
        this.locale = locale;
        this.target = target;
    }

    /**
     * One without a title, at the top of a space.
     *
     * @param space the space
     * @return what to create
     */
    public static NewTreeNode in(SpaceId space) {
        return new NewTreeNode(space, null, null, false, null, null, null);
    }

    /**
     * With this title.
     *
     * @param title the title
     * @return a changed copy
     * @throws dev.confluencekit.core.error.InvalidArgumentException if it is blank
     */
    public NewTreeNode titled(String title) {
        return new NewTreeNode(space, Checks.text("title", title), parent, isPrivate, template, locale, target);
    }

    /**
     * Below something.
     *
     * @param parent a page, folder, whiteboard, database or smart link of the same space
     * @return a changed copy
     */
    public NewTreeNode under(ContentId parent) {
        return new NewTreeNode(space, title, parent, isPrivate, template, locale, target);
    }

    /**
     * Seen by the account only. For whiteboards and databases.
     *
     * @return a changed copy
     */
    public NewTreeNode privately() {
        return new NewTreeNode(space, title, parent, true, template, locale, target);
    }

    /**
     * Made from a template. For whiteboards.
     *
     * @param key the service's key of the template, such as {@code retrospective}
     * @param locale the language of the template, such as {@code de-DE}
     * @return a changed copy
     * @throws dev.confluencekit.core.error.InvalidArgumentException if one of them is blank
     */
    public NewTreeNode fromTemplate(String key, String locale) {
        return new NewTreeNode(
                space, title, parent, isPrivate, Checks.text("template", key), Checks.text("locale", locale), target);
    }

    /**
     * Leading somewhere. For smart links, which need it.
     *
     * @param target the address
     * @return a changed copy
     */
    public NewTreeNode leadingTo(URI target) {
        return new NewTreeNode(space, title, parent, isPrivate, template, locale, target);
    }
}
