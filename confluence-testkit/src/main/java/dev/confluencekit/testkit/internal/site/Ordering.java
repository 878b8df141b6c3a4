package dev.confluencekit.testkit.internal.site;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One of the orders that a {@code sort} parameter can ask for.
 *
 * @param <T> the kind of row
 */
public final class Ordering<T> {

    private final String name;
    private final Function<T, Position> position;

    private Ordering(String name, Function<T, Position> position) {
        this.name = name;
        this.position = position;
    }

    /**
     * Gives the orders of {@code PageSortOrder}.
     *
     * @return every order; the first is the default
     */
    public static List<Ordering<PageEntry>> ofPages() {
        Function<PageEntry, Position> id = page -> new Position("", 0, page.id());
        Function<PageEntry, Position> created =
                page -> new Position("", page.createdAt().toEpochMilli(), page.id());
        Function<PageEntry, Position> modified =
                page -> new Position("", page.latest().createdAt().toEpochMilli(), page.id());
        Function<PageEntry, Position> title = page -> new Position(page.title().toLowerCase(Locale.ROOT), 0, page.id());
        return List.of(
                new Ordering<>("id", id),
                new Ordering<>("-id", id),
                new Ordering<>("created-date", created),
                new Ordering<>("-created-date", created),
                new Ordering<>("modified-date", modified),
                new Ordering<>("-modified-date", modified),
                new Ordering<>("title", title),
                new Ordering<>("-title", title));
    }

    /**
     * Gives the orders of {@code SpaceSortOrder}.
     *
     * @return every order; the first is the default
     */
    public static List<Ordering<SpaceEntry>> ofSpaces() {
        Function<SpaceEntry, Position> id = space -> new Position("", 0, space.id());
        Function<SpaceEntry, Position> key = space -> new Position(space.key(), 0, space.id());
        Function<SpaceEntry, Position> name =
                space -> new Position(space.name().toLowerCase(Locale.ROOT), 0, space.id());
        return List.of(
                new Ordering<>("id", id),
                new Ordering<>("-id", id),
                new Ordering<>("key", key),
                new Ordering<>("-key", key),
                new Ordering<>("name", name),
                new Ordering<>("-name", name));
    }

    /**
     * Gives the orders of {@code AttachmentSortOrder}.
     *
     * @return every order; the first is the default
     */
    public static List<Ordering<AttachmentEntry>> ofAttachments() {
        Function<AttachmentEntry, Position> created =
                one -> new Position("", one.versions().get(0).createdAt().toEpochMilli(), one.id());
        Function<AttachmentEntry, Position> modified =
                one -> new Position("", one.latest().createdAt().toEpochMilli(), one.id());
        return List.of(
                new Ordering<>("created-date", created),
                new Ordering<>("-created-date", created),
                new Ordering<>("modified-date", modified),
                new Ordering<>("-modified-date", modified));
    }

    /**
     * Gives the orders of properties: by their ids unless told otherwise, which no word asks for.
     *
     * @return every order; the first is the default
     */
    public static List<Ordering<PropertyEntry>> ofProperties() {
        Function<PropertyEntry, Position> key = one -> new Position(one.key(), 0, one.id());
        return List.of(
                new Ordering<>("id", one -> new Position("", 0, one.id())),
                new Ordering<>("key", key),
                new Ordering<>("-key", key));
    }

    /**
     * Gives the orders of {@code CommentSortOrder}.
     *
     * @return every order; the first is the default
     */
    public static List<Ordering<CommentEntry>> ofComments() {
        Function<CommentEntry, Position> created =
                one -> new Position("", one.versions().get(0).createdAt().toEpochMilli(), one.id());
        Function<CommentEntry, Position> modified =
                one -> new Position("", one.latest().createdAt().toEpochMilli(), one.id());
        return List.of(
                new Ordering<>("created-date", created),
                new Ordering<>("-created-date", created),
                new Ordering<>("modified-date", modified),
                new Ordering<>("-modified-date", modified));
    }

    /**
     * Gives an order by a number that no two rows share.
     *
     * @param name the word on the wire
     * @param number gives the number
     * @param <T> the kind of row
     * @return the order
     */
    public static <T> Ordering<T> byNumber(String name, ToLongFunction<T> number) {
        return new Ordering<>(name, row -> new Position("", 0, number.applyAsLong(row)));
    }

    /**
     * Gives an order by a text.
     *
     * @param name the word on the wire
     * @param text gives the text
     * @param number a number that no two rows share
     * @param <T> the kind of row
     * @return the order
     */
    public static <T> Ordering<T> byText(String name, Function<T, String> text, ToLongFunction<T> number) {
        return new Ordering<>(name, row -> new Position(text.apply(row), 0, number.applyAsLong(row)));
    }

    /**
     * Finds an order by its word on the wire.
     *
     * @param all the orders to look in
     * @param name the word, such as {@code -modified-date}
     * @param <T> the kind of row
     * @return the order, or empty
     */
    public static <T> Optional<Ordering<T>> named(List<Ordering<T>> all, String name) {
        return all.stream().filter(order -> order.name.equals(name)).findFirst();
    }

    /**
     * Gives the word on the wire.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Gives the place of a row in this order.
     *
     * @param row the row
     * @return its position
     */
    public Position positionOf(T row) {
        return position.apply(row);
    }

    /**
     * Gives the direction of this order for positions.
     *
     * @return a comparator, reversed for the orders with a minus sign
     */
    public Comparator<Position> direction() {
        return name.startsWith("-") ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    /**
     * Sorts rows.
     *
     * @param rows the rows
     * @return a sorted, unmodifiable copy
     */
    public List<T> sorted(List<T> rows) {
        Comparator<T> byPosition = Comparator.comparing(position, direction());
        return rows.stream().sorted(byPosition).toList();
    }
}
