package dev.confluencekit.testkit.internal.site;

import java.util.Comparator;

/**
 * Where a row stands in an order: the value it is sorted by and, between equals, its id. A cursor
 * holds the position of the last row shown, so that rows that come or go elsewhere move nothing.
 *
 * @param text the sort value if it is a text, else empty
 * @param number the sort value if it is a number, else 0
 * @param id the id of the row
 */
public record Position(String text, long number, long id) implements Comparable<Position> {

    private static final Comparator<Position> NATURAL = Comparator.comparing(Position::text)
            .thenComparingLong(Position::number)
            .thenComparingLong(Position::id);

    @Override
    public int compareTo(Position other) {
        return NATURAL.compare(this, other);
    }
}
