package dev.confluencekit.content.blogpost;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which blog posts to list, and what of them. Unless told otherwise: current ones only, without bodies, in the service's order, 250 a response.
 *
 * <p>Immutable: each method gives a changed copy, so that a query may be shared and refined.
 */
public final class BlogPostQuery {
    private static final int MOST_IDS = 250;
    private static final int MOST_SPACES = 100;
    private static final Set<ContentStatus> LISTED =
            Set.of(ContentStatus.CURRENT, ContentStatus.DELETED, ContentStatus.TRASHED);

    private final Fields fields;

    private BlogPostQuery(Fields fields) {
        this.fields = fields;
    }

    /**
     * All blog posts of the site that the account may see.
     *
     * @return a query
     */
    public static BlogPostQuery all() {
        return new BlogPostQuery(new Fields());
    }

    /**
     * The blog posts of one space, by its key. The first query of a space costs a request more, to find its id.
     *
     * @param key the key of the space, such as {@code SUPPORT}
     * @return a query
     */
    public static BlogPostQuery inSpace(String key) {
        if (key.isBlank()) {
            throw new InvalidArgumentException("spaceKey", "is missing");
        }
        return all().with(f -> f.spaceKey = key.strip());
    }

    /**
     * The blog posts of one space.
     *
     * @param space the space
     * @return a query
     */
    public static BlogPostQuery inSpace(SpaceId space) {
        return all().with(f -> f.spaces = List.of(space));
    }

    /**
     * The blog posts of several spaces.
     *
     * @param spaces 1 to 100 spaces
     * @return a query
     * @throws InvalidArgumentException if there are none or too many
     */
    public static BlogPostQuery inSpaces(Collection<SpaceId> spaces) {
        requireCount("spaces", spaces, MOST_SPACES);
        return all().with(f -> f.spaces = List.copyOf(spaces));
    }

    /**
     * Given blog posts; those that do not exist, or that the account may not see, are left out by the service.
     *
     * @param ids 1 to 250 blog posts
     * @return a query
     * @throws InvalidArgumentException if there are none or too many
     */
    public static BlogPostQuery byIds(Collection<ContentId> ids) {
        requireCount("ids", ids, MOST_IDS);
        return all().with(f -> f.ids = List.copyOf(ids));
    }

    /**
     * Blog posts with one of these statuses, instead of current ones only.
     *
     * @param statuses of {@link ContentStatus#CURRENT}, {@link ContentStatus#TRASHED} and
     *     {@link ContentStatus#DELETED}
     * @return a changed copy
     * @throws InvalidArgumentException if there is none, or one that listings do not know
     */
    public BlogPostQuery status(ContentStatus... statuses) {
        List<ContentStatus> wanted = List.of(statuses);
        requireCount("status", wanted, LISTED.size());
        if (!LISTED.containsAll(wanted)) {
            throw new InvalidArgumentException("status", "listings know current, trashed and deleted only");
        }
        return with(f -> f.statuses = wanted);
    }

    /**
     * Blog posts of this title only.
     *
     * @param title the whole title
     * @return a changed copy
     */
    public BlogPostQuery title(String title) {
        if (title.isBlank()) {
            throw new InvalidArgumentException("title", "is missing");
        }
        return with(f -> f.title = title);
    }

    /**
     * The order.
     *
     * @param sort the order
     * @return a changed copy
     */
    public BlogPostQuery sort(BlogPostSort sort) {
        return with(f -> f.sort = sort);
    }

    /**
     * Brings the bodies along.
     *
     * @param format one of the stored formats
     * @return a changed copy
     */
    public BlogPostQuery body(BodyFormat format) {
        return with(f -> f.body = format);
    }

    /**
     * The most blog posts of one response; never a total. It is halved by itself where the service cannot give as much.
     *
     * @param size 1 to 250
     * @return a changed copy
     * @throws InvalidArgumentException if it is out of range
     */
    public BlogPostQuery batchSize(int size) {
        int checked = Batch.checkSize(size);
        return with(f -> f.batchSize = checked);
    }

    /**
     * Where to begin, to resume a listing of the same query.
     *
     * @param cursor what {@link dev.confluencekit.core.paging.Batch#next()} gave
     * @return a changed copy
     */
    public BlogPostQuery cursor(Cursor cursor) {
        return with(f -> f.cursor = cursor);
    }

    private BlogPostQuery with(Consumer<Fields> change) {
        Fields copy = new Fields(fields);
        change.accept(copy);
        return new BlogPostQuery(copy);
    }

    private static void requireCount(String parameter, Collection<?> values, int most) {
        if (values.isEmpty() || values.size() > most) {
            throw new InvalidArgumentException(parameter, "must be 1 to " + most + ", not " + values.size());
        }
    }

    Fields fields() {
        return fields;
    }

    /** The parts of a query; changed only while a copy is being made. */
    static final class Fields {
        List<ContentId> ids = List.of();
        List<SpaceId> spaces = List.of();
        List<ContentStatus> statuses = List.of(ContentStatus.CURRENT);
        int batchSize = Batch.LARGEST;

        @Nullable
        String spaceKey;

        @Nullable
        String title;

        @Nullable
        BlogPostSort sort;

        @Nullable
        BodyFormat body;

        @Nullable
        Cursor cursor;

        Fields() {}

        Fields(Fields other) {
            ids = other.ids;
            spaces = other.spaces;
            statuses = other.statuses;
            batchSize = other.batchSize;
            spaceKey = other.spaceKey;
            title = other.title;
            sort = other.sort;
            body = other.body;
            cursor = other.cursor;
        }
    }
}
