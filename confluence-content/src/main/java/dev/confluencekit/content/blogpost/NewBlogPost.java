package dev.confluencekit.content.blogpost;

import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.titled.NewContent;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A blog post to be created. Unless told otherwise: published, and empty.
 *
 * <pre>{@code
 * blogPosts.create(NewBlogPost.inSpace("NEWS", "Release 12").storage("<p>Out now</p>"));
 * }</pre>
 *
 * <p>Immutable: each method gives a changed copy.
 */
public final class NewBlogPost {
    private final Fields fields;

    private NewBlogPost(Fields fields) {
        this.fields = fields;
    }

    /**
     * A blog post in a space, by its key. The first call with a key costs a request more, to find the id of the space.
     *
     * @param spaceKey the key of the space
     * @param title the title; drafts may leave it empty
     * @return what is to be created
     * @throws InvalidArgumentException if the key is blank
     */
    public static NewBlogPost inSpace(String spaceKey, String title) {
        String key = Checks.text("spaceKey", spaceKey).strip();
        return new NewBlogPost(new Fields()).with(f -> {
            f.spaceKey = key;
            f.title = title;
        });
    }

    /**
     * A blog post in a space.
     *
     * @param space the space
     * @param title the title; drafts may leave it empty
     * @return what is to be created
     */
    public static NewBlogPost inSpace(SpaceId space, String title) {
        return new NewBlogPost(new Fields()).with(f -> {
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
    public NewBlogPost storage(String xhtml) {
        return body(NewBody.storage(xhtml));
    }

    /**
     * With a body.
     *
     * @param body the body
     * @return a changed copy
     */
    public NewBlogPost body(NewBody body) {
        return with(f -> f.body = body);
    }

    /**
     * As a draft, which only its author sees until it is published.
     *
     * @return a changed copy
     */
    public NewBlogPost draft() {
        return with(f -> f.draft = true);
    }

    /**
     * Restricted to its author, from the first instant on.
     *
     * @return a changed copy
     */
    public NewBlogPost visibleToAuthorOnly() {
        return with(f -> f.isPrivate = true);
    }

    /**
     * Dated otherwise than now. The service may not let everybody do that.
     *
     * @param instant when it is said to have been created
     * @return a changed copy
     */
    public NewBlogPost createdAt(Instant instant) {
        return with(f -> f.createdAt = instant);
    }

    NewContent resolved(Function<String, SpaceId> spaceOfKey) {
        SpaceId space = fields.space;
        String key = fields.spaceKey;
        Map<String, Object> more = new LinkedHashMap<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (fields.createdAt != null) {
            more.put("createdAt", fields.createdAt);
        }
        if (fields.isPrivate) {
            parameters.put("private", true);
        }
        if (!fields.draft) {
            Checks.text("title", fields.title);
        }
        if (space == null) {
            space = spaceOfKey.apply(key == null ? "" : key);
        }
        return new NewContent(space.value(), fields.title, fields.body, fields.draft, more, parameters);
    }

    private NewBlogPost with(Consumer<Fields> change) {
        Fields copy = new Fields(fields);
        change.accept(copy);
        return new NewBlogPost(copy);
    }

    /** The parts; changed only while a copy is being made. */
    private static final class Fields {
        private @Nullable String spaceKey;
        private @Nullable SpaceId space;
        private String title = "";
        private @Nullable NewBody body;
        private @Nullable Instant createdAt;
        private boolean draft;
        private boolean isPrivate;

        Fields() {}

        Fields(Fields other) {
            spaceKey = other.spaceKey;
            space = other.space;
            title = other.title;
            body = other.body;
            createdAt = other.createdAt;
            draft = other.draft;
            isPrivate = other.isPrivate;
        }
    }
}
