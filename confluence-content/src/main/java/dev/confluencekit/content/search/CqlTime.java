package dev.confluencekit.content.search;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** A time in a query: an instant, a day, or a time that the service reckons from its own now. Immutable. */
public final class CqlTime {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final BiFunction<ZoneId, Boolean, String> text;
    private final boolean needsZone;

    private CqlTime(BiFunction<ZoneId, Boolean, String> text, boolean needsZone) {
        this.text = text;
        this.needsZone = needsZone;
    }

    /**
     * An instant, written to the minute in the time zone of the account that asks; rounded outwards.
     *
     * @param instant the instant
     * @return a time
     */
    public static CqlTime at(Instant instant) {
        return new CqlTime((zone, lower) -> "\"" + MINUTE.format(local(instant, zone, lower)) + "\"", true);
    }

    /** A local time that comes twice says too little: a bound goes past the whole of it. */
    private static LocalDateTime local(Instant instant, ZoneId zone, boolean lower) {
        LocalDateTime exact = LocalDateTime.ofInstant(instant, zone);
        LocalDateTime minute = exact.truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime rounded = lower || minute.equals(exact) ? minute : minute.plusMinutes(1);
        ZoneOffsetTransition change = zone.getRules().getTransition(rounded);
        if (change == null) {
            return rounded;
        }
        if (change.isGap()) {
            // Only an upper bound can be rounded into it.
            return change.getDateTimeAfter();
        }
        return lower ? change.getDateTimeAfter().minusMinutes(1) : change.getDateTimeBefore();
    }

    /**
     * A day, from its beginning in the time zone of the account that asks.
     *
     * @param day the day
     * @return a time
     */
    public static CqlTime day(LocalDate day) {
        return fixed("\"" + day + "\"");
    }

    /**
     * Some time ago, by the service's clock.
     *
     * @param amount how many units, not negative
     * @param unit minutes, hours, days, weeks, months or years
     * @return a time
     * @throws InvalidArgumentException if the amount is negative or the unit is another
     */
    public static CqlTime ago(int amount, ChronoUnit unit) {
        if (amount < 0) {
            throw new InvalidArgumentException("amount", "must not be negative");
        }
        return fixed("now(\"-" + amount + letter(unit) + "\")");
    }

    /**
     * The service's now.
     *
     * @return a time
     */
    public static CqlTime now() {
        return fixed("now()");
    }

    /**
     * The beginning of today.
     *
     * @return a time
     */
    public static CqlTime startOfDay() {
        return fixed("startOfDay()");
    }

    /**
     * The beginning of this week.
     *
     * @return a time
     */
    public static CqlTime startOfWeek() {
        return fixed("startOfWeek()");
    }

    /**
     * The beginning of this month.
     *
     * @return a time
     */
    public static CqlTime startOfMonth() {
        return fixed("startOfMonth()");
    }

    private static String letter(ChronoUnit unit) {
        return Optional.ofNullable(
                        switch (unit) {
                            case MINUTES -> "m";
                            case HOURS -> "h";
                            case DAYS -> "d";
                            case WEEKS -> "w";
                            case MONTHS -> "M";
                            case YEARS -> "y";
                            default -> null;
                        })
                .orElseThrow(() ->
                        new InvalidArgumentException("unit", "must be minutes, hours, days, weeks, months or years"));
    }

    private static CqlTime fixed(String text) {
        return new CqlTime((zone, lower) -> text, false);
    }

    String text(ZoneId zone, boolean lower) {
        return text.apply(zone, lower);
    }

    boolean needsZone() {
        return needsZone;
    }

    /**
     * The time as a lower bound, with an instant in UTC.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return text(ZoneOffset.UTC, true);
    }
}
