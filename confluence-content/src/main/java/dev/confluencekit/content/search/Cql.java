package dev.confluencekit.content.search;

import dev.confluencekit.content.AccountId;
import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A query in Confluence Query Language. Values are quoted and escaped; only {@link #raw} takes a text as it is.
 *
 * <pre>{@code
 * Cql query = Cql.space("SUPPORT")
 *         .and(Cql.type("page"))
 *         .and(Cql.text("return policy"))
 *         .and(Cql.modifiedSince(yesterday))
 *         .orderBy("lastmodified", CqlOrder.DESCENDING);
 * }</pre>
 *
 * <p>The service reads dates in the time zone of the account that asks, and knows minutes at the finest. Instants are
 * therefore written when the zone is known, and rounded outwards: a lower bound down, an upper bound up, both also past an hour
 * that the zone's clocks show twice. So a query may find a little more than was asked for, and never less.
 *
 * <p>Immutable.
 */
public final class Cql {
    private final Function<ZoneId, String> text;
    private final boolean needsZone;
    private final boolean atom;
    private final String order;

    private Cql(Function<ZoneId, String> text, boolean needsZone, boolean atom, String order) {
        this.text = text;
        this.needsZone = needsZone;
        this.atom = atom;
        this.order = order;
    }

    private static Cql of(String text) {
        return new Cql(zone -> text, false, true, "");
    }

    /**
     * A query as it is, for what has no method here.
     *
     * @param cql the text, without an order
     * @return a query
     * @throws InvalidArgumentException if it is blank
     */
    public static Cql raw(String cql) {
        String checked = Checks.text("cql", cql).strip();
        return new Cql(zone -> checked, false, false, "");
    }

    /**
     * Any field compared with any value.
     *
     * @param field the field, such as {@code title}; letters, digits, dots and brackets
     * @param operator one of {@code = != ~ !~ > >= < <=}
     * @param value the value, not quoted
     * @return a query
     * @throws InvalidArgumentException if field or operator have another form
     */
    public static Cql field(String field, String operator, String value) {
        if (!operator.matches("=|!=|~|!~|>|>=|<|<=")) {
            throw new InvalidArgumentException("operator", "must be one of = != ~ !~ > >= < <=");
        }
        return of(checkedField(field) + " " + operator + " " + quoted(value));
    }

    private static String checkedField(String field) {
        if (!field.matches("[A-Za-z][A-Za-z0-9._\\[\\]-]*")) {
            throw new InvalidArgumentException("field", "must be a name");
        }
        return field;
    }

    /**
     * Any field with one of some values.
     *
     * @param field the field
     * @param values at least one value, not quoted
     * @return a query
     * @throws InvalidArgumentException if the field has another form or there is no value
     */
    public static Cql in(String field, Collection<String> values) {
        List<String> all = new ArrayList<>();
        Checks.count("values", values, Integer.MAX_VALUE).forEach(value -> all.add(quoted(value)));
        return of(checkedField(field) + " in (" + String.join(", ", all) + ")");
    }

    /**
     * In a space.
     *
     * @param key the key of the space
     * @return a query
     */
    public static Cql space(String key) {
        return field("space", "=", Checks.text("key", key));
    }

    /**
     * In one of several spaces.
     *
     * @param keys the keys of the spaces, at least one
     * @return a query
     */
    public static Cql spaces(Collection<String> keys) {
        return in("space", keys);
    }

    /**
     * Of a type.
     *
     * @param type the service's word, such as {@code page}, {@code blogpost}, {@code comment} or {@code attachment}
     * @return a query
     */
    public static Cql type(String type) {
        return field("type", "=", Checks.text("type", type));
    }

    /**
     * With exactly a title.
     *
     * @param title the title
     * @return a query
     */
    public static Cql title(String title) {
        return field("title", "=", title);
    }

    /**
     * With words in its title.
     *
     * @param words whole words; the service does not find parts of words
     * @return a query
     */
    public static Cql titleContains(String words) {
        return field("title", "~", Checks.text("words", words));
    }

    /**
     * With words in its title, body or labels.
     *
     * @param words whole words; the service does not find parts of words
     * @return a query
     */
    public static Cql text(String words) {
        return field("text", "~", Checks.text("words", words));
    }

    /**
     * With a label.
     *
     * @param name the label
     * @return a query
     */
    public static Cql label(String name) {
        return field("label", "=", Checks.text("name", name));
    }

    /**
     * Below content, at any depth.
     *
     * @param id the content
     * @return a query
     */
    public static Cql ancestor(ContentId id) {
        return field("ancestor", "=", id.value());
    }

    /**
     * Directly below content.
     *
     * @param id the content
     * @return a query
     */
    public static Cql parent(ContentId id) {
        return field("parent", "=", id.value());
    }

    /**
     * Given content.
     *
     * @param ids the content, at least one
     * @return a query
     */
    public static Cql ids(Collection<ContentId> ids) {
        return in("id", ids.stream().map(ContentId::value).toList());
    }

    /**
     * Created by somebody.
     *
     * @param account the account
     * @return a query
     */
    public static Cql creator(AccountId account) {
        return field("creator", "=", account.value());
    }

    /**
     * Written by somebody.
     *
     * @param account the account
     * @return a query
     */
    public static Cql contributor(AccountId account) {
        return field("contributor", "=", account.value());
    }

    /**
     * With a field that names the account that asks.
     *
     * @param field the field, such as {@code creator}
     * @return a query
     */
    public static Cql currentUser(String field) {
        return of(checkedField(field) + " = currentUser()");
    }

    /**
     * Changed at or after an instant.
     *
     * @param instant the instant
     * @return a query
     */
    public static Cql modifiedSince(Instant instant) {
        return time("lastmodified", ">=", CqlTime.at(instant));
    }

    /**
     * Changed before an instant.
     *
     * @param instant the instant
     * @return a query
     */
    public static Cql modifiedBefore(Instant instant) {
        return time("lastmodified", "<", CqlTime.at(instant));
    }

    /**
     * Created at or after an instant.
     *
     * @param instant the instant
     * @return a query
     */
    public static Cql createdSince(Instant instant) {
        return time("created", ">=", CqlTime.at(instant));
    }

    /**
     * A field compared with a time.
     *
     * @param field the field, such as {@code lastmodified}
     * @param operator one of {@code > >= < <=}
     * @param time the time
     * @return a query
     * @throws InvalidArgumentException if field or operator have another form
     */
    public static Cql time(String field, String operator, CqlTime time) {
        if (!operator.matches("[<>]=?")) {
            throw new InvalidArgumentException("operator", "must be one of > >= < <=");
        }
        String start = checkedField(field) + " " + operator + " ";
        boolean lower = operator.startsWith(">");
        return new Cql(zone -> start + time.text(zone, lower), time.needsZone(), true, "");
    }

    /**
     * This and another.
     *
     * @param other the other
     * @return a query for what both want
     * @throws InvalidArgumentException if one of them has an order
     */
    public Cql and(Cql other) {
        return joined(" and ", other);
    }

    /**
     * This or another.
     *
     * @param other the other
     * @return a query for what one of them wants
     * @throws InvalidArgumentException if one of them has an order
     */
    public Cql or(Cql other) {
        return joined(" or ", other);
    }

    private Cql joined(String word, Cql other) {
        return new Cql(zone -> operand(zone) + word + other.operand(zone), needsZone || other.needsZone, false, "");
    }

    /**
     * Not this.
     *
     * @return a query for what this does not want
     * @throws InvalidArgumentException if it has an order
     */
    public Cql not() {
        return new Cql(zone -> "not " + operand(zone), needsZone, false, "");
    }

    private String operand(ZoneId zone) {
        if (!order.isEmpty()) {
            throw new InvalidArgumentException("cql", "has an order; give it to the whole query at last");
        }
        return atom ? text.apply(zone) : "(" + text.apply(zone) + ")";
    }

    /**
     * In an order. A second one sorts what is equal by the first.
     *
     * @param field the field, such as {@code lastmodified}
     * @param direction up or down
     * @return a query
     * @throws InvalidArgumentException if the field has another form
     */
    public Cql orderBy(String field, CqlOrder direction) {
        String added = checkedField(field) + (direction == CqlOrder.ASCENDING ? " asc" : " desc");
        return new Cql(text, needsZone, atom, order.isEmpty() ? " order by " + added : order + ", " + added);
    }

    /**
     * The query as it is sent.
     *
     * @param zone the time zone of the account that asks
     * @return the text
     */
    public String text(ZoneId zone) {
        return text.apply(zone) + order;
    }

    boolean needsZone() {
        return needsZone;
    }

    private static String quoted(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new InvalidArgumentException("value", "holds a control character");
            }
        }
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /**
     * The query with its dates in UTC.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return text(ZoneOffset.UTC);
    }
}
