package dev.confluencekit.content.space;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Cursor;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which spaces to list, and what of them. Unless told otherwise: spaces in use only, without descriptions, in the
 * service's order, 250 a response.
 *
 * <p>Immutable: each method gives a changed copy, so that a query may be shared and refined.
 */
public final class SpaceQuery {
    private static final int MOST_IDS = 250;

    private final Fields fields;

    private SpaceQuery(Fields fields) {
        this.fields = fields;
    }

    /**
     * All spaces in use that the account may see.
     *
     * @return a query
     */
    public static SpaceQuery all() {
        return new SpaceQuery(new Fields());
    }

    /**
     * Given spaces by their ids, in use or archived.
     *
     * @param ids 1 to 250 spaces
     * @return a query
     * @throws InvalidArgumentException if there are none or too many
     */
    public static SpaceQuery byIds(Collection<SpaceId> ids) {
        requireCount("ids", ids);
        return all().with(f -> {
            f.ids = ids.stream().map(SpaceId::value).toList();
            f.status = null;
        });
    }

    /**
     * Given spaces by their keys, in use or archived.
     *
     * @param keys 1 to 250 keys
     * @return a query
     * @throws InvalidArgumentException if there are none or too many, or one is blank
     */
    public static SpaceQuery byKeys(Collection<String> keys) {
        requireCount("keys", keys);
        if (keys.stream().anyMatch(String::isBlank)) {
            throw new InvalidArgumentException("keys", "must not be blank");
        }
        return all().with(f -> {
            f.keys = List.copyOf(keys);
            f.status = null;
        });
    }

    /**
     * Spaces of this kind only.
     *
     * @param type the kind
     * @return a changed copy
     */
    public SpaceQuery type(SpaceType type) {
        return with(f -> f.type = type);
    }

    /**
     * Spaces of this status only.
     *
     * @param status the status
     * @return a changed copy
     */
    public SpaceQuery status(SpaceStatus status) {
        return with(f -> f.status = status);
    }

    /**
     * Spaces in use and archived ones.
     *
     * @return a changed copy
     */
    public SpaceQuery anyStatus() {
        return with(f -> f.status = null);
    }

    /**
     * Spaces with one of these labels only.
     *
     * @param labels the labels' names
     * @return a changed copy
     */
    public SpaceQuery labels(Collection<String> labels) {
        return with(f -> f.labels = List.copyOf(labels));
    }

    /**
     * Spaces that somebody marked as favourites only.
     *
     * @param account who
     * @return a changed copy
     */
    public SpaceQuery favoritedBy(AccountId account) {
        return with(f -> f.favoritedBy = account);
    }

    /**
     * Spaces that somebody did not mark as favourites only.
     *
     * @param account who
     * @return a changed copy
     */
    public SpaceQuery notFavoritedBy(AccountId account) {
        return with(f -> f.notFavoritedBy = account);
    }

    /**
     * The order.
     *
     * @param sort the order
     * @return a changed copy
     */
    public SpaceQuery sort(SpaceSort sort) {
        return with(f -> f.sort = sort);
    }

    /**
     * Brings the descriptions along.
     *
     * @param format the form to have them in
     * @return a changed copy
     */
    public SpaceQuery description(SpaceDescriptionFormat format) {
        return with(f -> f.description = format);
    }

    /**
     * Brings the pictures' addresses along.
     *
     * @return a changed copy
     */
    public SpaceQuery withIcon() {
        return with(f -> f.icon = true);
    }

    /**
     * The most spaces of one response; never a total.
     *
     * @param size 1 to 250
     * @return a changed copy
     * @throws InvalidArgumentException if it is out of range
     */
    public SpaceQuery batchSize(int size) {
        int checked = Batch.checkSize(size);
        return with(f -> f.batchSize = checked);
    }

    /**
     * Where to begin, to resume a listing of the same query.
     *
     * @param cursor what {@link dev.confluencekit.core.paging.Batch#next()} gave
     * @return a changed copy
     */
    public SpaceQuery cursor(Cursor cursor) {
        return with(f -> f.cursor = cursor);
    }

    ApiRequest toApiRequest() {
        return ApiRequest.get("getSpaces", "/wiki/api/v2/spaces")
                .query("ids", fields.ids)
                .query("keys", fields.keys)
                .query("type", fields.type)
                .query("status", fields.status)
                .query("labels", fields.labels)
                .query("favorited-by", fields.favoritedBy)
                .query("not-favorited-by", fields.notFavoritedBy)
                .query("sort", fields.sort == null ? null : fields.sort.parameter())
                .query("description-format", fields.description == null ? null : fields.description.parameter())
                .query("include-icon", fields.icon ? true : null)
                .build();
    }

    int batchSize() {
        return fields.batchSize;
    }

    @Nullable
    Cursor cursor() {
        return fields.cursor;
    }

    private SpaceQuery with(Consumer<Fields> change) {
        Fields copy = new Fields(fields);
        change.accept(copy);
        return new SpaceQuery(copy);
    }

    private static void requireCount(String parameter, Collection<?> values) {
        if (values.isEmpty() || values.size() > MOST_IDS) {
            throw new InvalidArgumentException(parameter, "must be 1 to " + MOST_IDS + ", not " + values.size());
        }
    }

    /** The parts of a query; changed only while a copy is being made. */
    private static final class Fields {
        List<String> ids = List.of();
        List<String> keys = List.of();
        List<String> labels = List.of();
        int batchSize = Batch.LARGEST;
        boolean icon;

        @Nullable
        SpaceStatus status = SpaceStatus.CURRENT;

        @Nullable
        SpaceType type;

        @Nullable
        AccountId favoritedBy;

        @Nullable
        AccountId notFavoritedBy;

        @Nullable
        SpaceSort sort;

        @Nullable
        SpaceDescriptionFormat description;

        @Nullable
        Cursor cursor;

        Fields() {}

        Fields(Fields other) {
            ids = other.ids;
            keys = other.keys;
            labels = other.labels;
            batchSize = other.batchSize;
            icon = other.icon;
            status = other.status;
            type = other.type;
            favoritedBy = other.favoritedBy;
            notFavoritedBy = other.notFavoritedBy;
            sort = other.sort;
            description = other.description;
            cursor = other.cursor;
        }
    }
}
