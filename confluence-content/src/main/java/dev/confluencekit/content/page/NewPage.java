package dev.confluencekit.content.page;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.PageId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.titled.NewContent;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page to be created. Unless told otherwise: published, empty, below the home page of its space.
 *
 * <pre>{@code
 * pages.create(NewPage.inSpace("SUPPORT", "Return policy").storage("<p>30 days</p>").under(parent));
 * }</pre>
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class NewPage {
    private final Fields fields;

    private NewPage(Fields fields) {
        this.fields = fields;
    }

    /**
     * A page in a space, by its key. The first call with a key costs a request more, to find the id of the space.
     *
     * @param spaceKey the key of the space
     * @param title the title, which no other page of the space may have; drafts may leave it empty
     * @return what is to be created
     * @throws InvalidArgumentException if the key is blank
     */
    public static NewPage inSpace(String spaceKey, String title) {
        String key = Checks.text("spaceKey", spaceKey).strip();
        return new NewPage(new Fields()).with(f -> {
            f.spaceKey = key;
            f.title = title;
        });
    }

    /**
     * A page in a space.
     *
     * @param space the space
     * @param title the title, which no other page of the space may have; drafts may leave it empty
     * @return what is to be created
     */
    public static NewPage inSpace(SpaceId space, String title) {
        return new NewPage(new Fields()).with(f -> {
            f.space = space;
            f.title = title;
        });
    }

    /**
     * With a body in storage format.
     *
     * @param xhtml the text
     * @return a changed copy
     */
    public NewPage storage(String xhtml) {
        return body(NewBody.storage(xhtml));
    }

    /**
     * With a body.
     *
     * @param body the body
     * @return a changed copy
     */
    public NewPage body(NewBody body) {
        return with(f -> f.body = body);
    }

    /**
     * Below another page.
     *
     * @param parent the page, which must be in the same space
     * @return a changed copy
     */
    public NewPage under(PageId parent) {
        return under(ContentId.of(parent.value()));
    }

    /**
     * Below a page or a folder.
     *
     * @param parent the page or folder, which must be in the same space
     * @return a changed copy
     */
    public NewPage under(ContentId parent) {
        return with(f -> {
            f.parent = parent;
            f.rootLevel = false;
        });
    }

    /**
     * At the root of the space, beside its home page.
     *
     * @return a changed copy
     */
    public NewPage atRoot() {
        return with(f -> {
            f.rootLevel = true;
            f.parent = null;
        });
    }

    /**
     * As a draft, which only its author sees until it is published.
     *
     * @return a changed copy
     */
    public NewPage draft() {
        return with(f -> f.draft = true);
    }

    /**
     * Restricted to its author, from the first instant on.
     *
     * @return a changed copy
     */
    public NewPage visibleToAuthorOnly() {
        return with(f -> f.isPrivate = true);
    }

    /**
     * As a live doc.
     *
     * @return a changed copy
     */
    public NewPage live() {
        return with(f -> f.live = true);
    }

    NewContent resolved(Function<String, SpaceId> spaceOfKey) {
        SpaceId space = fields.space;
        String key = fields.spaceKey;
        Map<String, Object> more = new LinkedHashMap<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (fields.parent != null) {
            more.put("parentId", fields.parent.value());
        }
        if (fields.live) {
            more.put("subtype", "live");
        }
        if (fields.isPrivate) {
            parameters.put("private", true);
        }
        if (fields.rootLevel) {
            parameters.put("root-level", true);
        }
        if (!fields.draft) {
            Checks.text("title", fields.title);
        }
        if (space == null) {
            space = spaceOfKey.apply(key == null ? "" : key);
        }
        return new NewContent(space.value(), fields.title, fields.body, fields.draft, more, parameters);
    }

    private NewPage with(Consumer<Fields> change) {
        Fields copy = new Fields(fields);
        change.accept(copy);
        return new NewPage(copy);
    }

    /** The parts; changed only while a copy is being made. */
    private static final class Fields {
        private @Nullable String spaceKey;
        private @Nullable SpaceId space;
        private String title = "";
        private @Nullable NewBody body;
        private @Nullable ContentId parent;
        private boolean rootLevel;
        private boolean draft;
        private boolean isPrivate;
        private boolean live;

        Fields() {}

        Fields(Fields other) {
            spaceKey = other.spaceKey;
            space = other.space;
            title = other.title;
            body = other.body;
            parent = other.parent;
            rootLevel = other.rootLevel;
            draft = other.draft;
            isPrivate = other.isPrivate;
            live = other.live;
        }
    }
}
