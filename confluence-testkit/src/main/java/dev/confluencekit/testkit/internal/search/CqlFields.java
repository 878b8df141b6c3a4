package dev.confluencekit.testkit.internal.search;

import dev.confluencekit.testkit.internal.site.ContentStore;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fields of a query mean. Dates are read in the time zone of the caller, minutes are their finest grain.
 *
 * @param store the site
 * @param now the time
 * @param zone the caller's time zone
 * @param callerId the caller's account
 */
public record CqlFields(ContentStore store, Instant now, ZoneId zone, String callerId) {

    private static final Pattern STEP = Pattern.compile("([+-]?\\d+)([yMwdhm])");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "y", ChronoUnit.YEARS,
            "M", ChronoUnit.MONTHS,
            "w", ChronoUnit.WEEKS,
            "d", ChronoUnit.DAYS,
            "h", ChronoUnit.HOURS,
            "m", ChronoUnit.MINUTES);

    /**
     * What stands after an operator.
     *
     * @param function the name of a function, or empty
     * @param text the value, or the argument of the function
     */
    record Value(String function, String text) {}

    Predicate<PageEntry> test(String field, String operator, Value value) {
        return switch (field) {
            case "space", "space.key" -> equal(operator, value, this::spaceKey);
            case "type" -> equal(operator, value, page -> page.kind().wireName());
            case "id", "content" -> equal(operator, value, page -> String.valueOf(page.id()));
            case "parent" -> equal(operator, value, page -> String.valueOf(page.parentId()));
            case "creator" -> equal(operator, value, PageEntry::authorId);
            case "label" -> has(operator, value, page -> Set.copyOf(page.labels()));
            case "ancestor" -> has(operator, value, this::ancestors);
            case "title" ->
                operator.contains("~")
                        ? words(operator, value, PageEntry::title)
                        : equal(operator, value, PageEntry::title);
            case "text" ->
                words(
                        operator,
                        value,
                        page -> page.title() + " " + page.latest().storage().get());
            case "lastmodified" -> time(operator, value, page -> page.latest().createdAt());
            case "created" -> time(operator, value, PageEntry::createdAt);
            default -> throw new CqlProblem("No field exists with name : " + field);
        };
    }

    private String spaceKey(PageEntry page) {
        return store.space(page.spaceId()).orElseThrow().key();
    }

    private Set<String> ancestors(PageEntry page) {
        Set<String> all = new HashSet<>();
        Long next = page.parentId();
        while (next != null && all.add(String.valueOf(next))) {
            next = store.page(next).map(PageEntry::parentId).orElse(null);
        }
        return all;
    }

    private Predicate<PageEntry> equal(String operator, Value value, Function<PageEntry, String> of) {
        return has(operator, value, page -> Set.of(of.apply(page)));
    }

    private Predicate<PageEntry> has(String operator, Value value, Function<PageEntry, Set<String>> of) {
        String wanted = plain(value);
        Predicate<PageEntry> has = page -> of.apply(page).stream().anyMatch(one -> one.equalsIgnoreCase(wanted));
        return switch (operator) {
            case "=" -> has;
            case "!=" -> has.negate();
            default -> throw unsupported(operator);
        };
    }

    private String plain(Value value) {
        return switch (value.function()) {
            case "" -> value.text();
            case "currentuser" -> callerId;
            default -> throw new CqlProblem("No function exists with name : " + value.function());
        };
    }

    /** Whole words only, as the index has them. */
    private Predicate<PageEntry> words(String operator, Value value, Function<PageEntry, String> of) {
        Set<String> wanted = words(plain(value));
        Predicate<PageEntry> has = page -> words(of.apply(page)).containsAll(wanted);
        return switch (operator) {
            case "~" -> has;
            case "!~" -> has.negate();
            default -> throw unsupported(operator);
        };
    }

    private static Set<String> words(String text) {
        String plain = text.replaceAll("<[^>]*>", " ").toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>(Arrays.asList(plain.split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }

    private Predicate<PageEntry> time(String operator, Value value, Function<PageEntry, Instant> of) {
        Instant bound = instant(value);
        return switch (operator) {
            case ">=" -> page -> !of.apply(page).isBefore(bound);
            case ">" -> page -> of.apply(page).isAfter(bound);
            case "<=" -> page -> !of.apply(page).isAfter(bound);
            case "<" -> page -> of.apply(page).isBefore(bound);
            default -> throw unsupported(operator);
        };
    }

    private Instant instant(Value value) {
        ZonedDateTime local = now.atZone(zone);
        return switch (value.function()) {
            case "" -> date(value.text());
            case "now" -> stepped(local, value.text()).toInstant();
            case "startofday" ->
                stepped(local.truncatedTo(ChronoUnit.DAYS), value.text()).toInstant();
            default -> throw new CqlProblem("No function exists with name : " + value.function());
        };
    }

    private static ZonedDateTime stepped(ZonedDateTime from, String step) {
        if (step.isEmpty()) {
            return from;
        }
        Matcher matcher = STEP.matcher(step);
        if (!matcher.matches()) {
            throw new CqlProblem("Not a step : " + step);
        }
        return from.plus(Long.parseLong(matcher.group(1).replace("+", "")), UNITS.get(matcher.group(2)));
    }

    /** A time that the zone skips is refused, as the service may do. */
    private Instant date(String text) {
        String dashed = text.replace('/', '-');
        try {
            if (dashed.length() <= 10) {
                return LocalDate.parse(dashed).atStartOfDay(zone).toInstant();
            }
            LocalDateTime local =
                    LocalDateTime.parse(dashed, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT));
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                throw new CqlProblem("Not a time in " + zone + " : " + text);
            }
            return local.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new CqlProblem("Not a date : " + text);
        }
    }

    private static CqlProblem unsupported(String operator) {
        return new CqlProblem("The operator '" + operator + "' is not supported by the field");
    }
}
