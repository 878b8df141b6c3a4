package dev.confluencekit.testkit.internal.search;

import dev.confluencekit.testkit.internal.search.CqlTokens.Kind;
import dev.confluencekit.testkit.internal.search.CqlTokens.Token;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A query that was understood: which content it wants, and in which order. */
public final class CqlQuery {

    private final Predicate<PageEntry> filter;
    private final Comparator<PageEntry> order;

    private CqlQuery(Predicate<PageEntry> filter, Comparator<PageEntry> order) {
        this.filter = filter;
        this.order = order;
    }

    /**
     * Reads a query.
     *
     * @param text the query
     * @param fields what its fields mean
     * @return the query
     * @throws CqlProblem if it is not understood
     */
    public static CqlQuery parse(String text, CqlFields fields) {
        CqlTokens tokens = new CqlTokens(text);
        Predicate<PageEntry> filter = tokens.peek().text().equalsIgnoreCase("order")
                ? page -> true
                : new CqlQuery.Reader(tokens, fields).any();
        Comparator<PageEntry> order = order(tokens);
        if (tokens.peek().kind() != Kind.END) {
            throw new CqlProblem(
                    "Could not parse cql : unexpected '" + tokens.peek().text() + "'");
        }
        return new CqlQuery(filter, order);
    }

    private static Comparator<PageEntry> order(CqlTokens tokens) {
        Comparator<PageEntry> byId = Comparator.comparingLong(PageEntry::id);
        if (!tokens.takeIf("order")) {
            return byId;
        }
        tokens.require("by");
        String field = tokens.take().text().toLowerCase(Locale.ROOT);
        Comparator<PageEntry> order = switch (field) {
            case "lastmodified" -> Comparator.comparing(page -> page.latest().createdAt());
            case "created" -> Comparator.comparing(PageEntry::createdAt);
            case "title" -> Comparator.comparing(PageEntry::title);
            case "id" -> byId;
            default -> throw new CqlProblem("No field exists with name : " + field);
        };
        boolean descending = tokens.takeIf("desc");
        if (!descending) {
            tokens.takeIf("asc");
        }
        return (descending ? order.reversed() : order).thenComparing(byId);
    }

    /**
     * Finds what the query wants.
     *
     * @param all the candidates
     * @return the content found, in order
     */
    public List<PageEntry> find(List<PageEntry> all) {
        return all.stream().filter(filter).sorted(order).toList();
    }

    private record Reader(CqlTokens tokens, CqlFields fields) {

        Predicate<PageEntry> any() {
            Predicate<PageEntry> result = all();
            while (tokens.takeIf("or")) {
                result = result.or(all());
            }
            return result;
        }

        private Predicate<PageEntry> all() {
            Predicate<PageEntry> result = one();
            while (tokens.takeIf("and")) {
                result = result.and(one());
            }
            return result;
        }

        private Predicate<PageEntry> one() {
            if (tokens.takeIf("not")) {
                return one().negate();
            }
            if (tokens.takeIf("(")) {
                Predicate<PageEntry> inner = any();
                tokens.require(")");
                return inner;
            }
            Token field = tokens.take();
            if (field.kind() != Kind.WORD) {
                throw new CqlProblem("Could not parse cql : expected a field, found '" + field.text() + "'");
            }
            boolean not = tokens.takeIf("not");
            String operator = tokens.take().text().toLowerCase(Locale.ROOT);
            String name = field.text().toLowerCase(Locale.ROOT);
            if (operator.equals("in")) {
                Predicate<PageEntry> in = in(name);
                return not ? in.negate() : in;
            }
            if (not) {
                throw new CqlProblem("Could not parse cql : expected 'in'");
            }
            return fields.test(name, operator, value());
        }

        private Predicate<PageEntry> in(String field) {
            tokens.require("(");
            List<Predicate<PageEntry>> options = new ArrayList<>();
            do {
                options.add(fields.test(field, "=", value()));
            } while (tokens.takeIf(","));
            tokens.require(")");
            return options.stream().reduce(Predicate::or).orElseThrow();
        }

        private CqlFields.Value value() {
            Token token = tokens.take();
            if (token.kind() == Kind.WORD && tokens.takeIf("(")) {
                String argument =
                        tokens.peek().kind() == Kind.TEXT ? tokens.take().text() : "";
                tokens.require(")");
                return new CqlFields.Value(token.text().toLowerCase(Locale.ROOT), argument);
            }
            if (token.kind() == Kind.SIGN || token.kind() == Kind.END) {
                throw new CqlProblem("Could not parse cql : expected a value, found '" + token.text() + "'");
            }
            return new CqlFields.Value("", token.text());
        }
    }
}
