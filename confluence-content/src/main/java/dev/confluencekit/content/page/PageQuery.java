package dev.confluencekit.content.page;

import dev.confluencekit.content.PageId;
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
 * Which pages to list, and what of them. Unless told otherwise: current pages only (the service's own default would be
 * current and archived ones), without bodies, in the service's order, 250 a response.
 *
 * <p>Immutable: each method gives a changed copy, so that a query may be shared and refined.
 */
public final class PageQuery {
    private static final int MOST_IDS = 250;
    private static final int MOST_SPACES = 100;
    private static final Set<PageStatus> LISTED =
            Set.of(PageStatus.CURRENT, PageStatus.ARCHIVED, PageStatus.DELETED, PageStatus.TRASHED);

    private final Fields fields;

    private PageQuery(Fields fields) {
        this.fields = fields;
    }

    /**
     * All pages of the site that the account may see.
     *
     * @return a query
     */
    public static PageQuery all() {
        return new PageQuery(new Fields());
    }

    /**
     * The pages of one space, by its key. The first query of a space costs a request more, to find its id.
     *
     * @param key the key of the space, such as {@code SUPPORT}
     * @return a query
     */
    public static PageQuery inSpace(String key) {
        if (key.isBlank()) {
            throw new InvalidArgumentException("spaceKey", "is missing");
        }
        return all().with(f -> f.spaceKey = key.strip());
    }

    /**
     * The pages of one space.
     *
     * @param space the space
     * @return a query
     */
    public static PageQuery inSpace(SpaceId space) {
        return all().with(f -> f.spaces = List.of(space));
    }

    /**
     * The pages of several spaces.
     *
     * @param spaces 1 to 100 spaces
     * @return a query
     * @throws InvalidArgumentException if there are none or too many
     */
    public static PageQuery inSpaces(Collection<SpaceId> spaces) {
        requireCount("spaces", spaces, MOST_SPACES);
        return all().with(f -> f.spaces = List.copyOf(spaces));
    }

    /**
     * Given pages; those that do not exist, or that the account may not see, are left out by the service.
     *
     * @param ids 1 to 250 pages
     * @return a query
     * @throws InvalidArgumentException if there are none or too many
     */
    public static PageQuery byIds(Collection<PageId> ids) {
        requireCount("ids", ids, MOST_IDS);
        return all().with(f -> f.ids = List.copyOf(ids));
    }

    /**
     * Pages with one of these statuses, instead of current ones only.
     *
     * @param statuses of {@link PageStatus#CURRENT}, {@link PageStatus#ARCHIVED}, {@link PageStatus#TRASHED} and
     *     {@link PageStatus#DELETED}
     * @return a changed copy
     * @throws InvalidArgumentException if there is none, or one that listings do not know
     */
    public PageQuery status(PageStatus... statuses) {
        List<PageStatus> wanted = List.of(statuses);
        requireCount("status", wanted, LISTED.size());
        if (!LISTED.containsAll(wanted)) {
            throw new InvalidArgumentException("status", "listings know current, archived, trashed and deleted only");
        }
        return with(f -> f.statuses = wanted);
    }

    /**
     * Pages of this title only.
     *
     * @param title the whole title
     * @return a changed copy
     */
    public PageQuery title(String title) {
        if (title.isBlank()) {
            throw new InvalidArgumentException("title", "is missing");
        }
        return with(f -> f.title = title);
    }

    /**
     * Pages of this kind only. Not together with {@link #topLevelOnly()}.
     *
     * @param subtype {@link PageSubtype#PAGE} or {@link PageSubtype#LIVE}
     * @return a changed copy
     */
    public PageQuery subtype(PageSubtype subtype) {
        return with(f -> f.subtype = subtype);
    }

    /**
     * Only pages at the top of the space's tree. Takes a query of one space.
     *
     * @return a changed copy
     */
    public PageQuery topLevelOnly() {
        return with(f -> f.topLevelOnly = true);
    }

    /**
     * The order.
     *
     * @param sort the order
     * @return a changed copy
     */
    public PageQuery sort(PageSort sort) {
        return with(f -> f.sort = sort);
    }

    /**
     * Brings the bodies along.
     *
     * @param format one of the stored formats
     * @return a changed copy
     */
    public PageQuery body(BodyFormat format) {
        return with(f -> f.body = format);
    }

    /**
     * The most pages of one response; never a total. It is halved by itself where the service cannot give as much.
     *
     * @param size 1 to 250
     * @return a changed copy
     * @throws InvalidArgumentException if it is out of range
     */
    public PageQuery batchSize(int size) {
        int checked = Batch.checkSize(size);
        return with(f -> f.batchSize = checked);
    }

    /**
     * Where to begin, to resume a listing of the same query.
     *
     * @param cursor what {@link dev.confluencekit.core.paging.Batch#next()} gave
     * @return a changed copy
     */
    public PageQuery cursor(Cursor cursor) {
        return with(f -> f.cursor = cursor);
    }

    private PageQuery with(Consumer<Fields> change) {
        Fields copy = new Fields(fields);
        change.accept(copy);
        return new PageQuery(copy);
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
        List<PageId> ids = List.of();
        List<SpaceId> spaces = List.of();
        List<PageStatus> statuses = List.of(PageStatus.CURRENT);
        int batchSize = Batch.LARGEST;
        boolean topLevelOnly;

        @Nullable
        String spaceKey;

        @Nullable
        String title;

        @Nullable
        PageSubtype subtype;

        @Nullable
        PageSort sort;

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
            topLevelOnly = other.topLevelOnly;
            spaceKey = other.spaceKey;
            title = other.title;
            subtype = other.subtype;
            sort = other.sort;
            body = other.body;
            cursor = other.cursor;
        }
    }
}
