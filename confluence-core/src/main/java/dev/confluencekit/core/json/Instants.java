package dev.confluencekit.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Instants in the service's form, {@code 2026-03-26T16:00:00.123Z}. Read digit by digit, since a formatter takes a
 * noticeable share of the time of a listing; any other ISO form goes to the formatter. A whole number is taken for
 * milliseconds since 1970, as folders were seen to have it against their specification, unless it is so low that seconds may
 * be meant.
 */
final class Instants {
    private static final String USUAL = "yyyy-MM-ddTHH:mm:ss.SSSZ";
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** In March 1973; as seconds it would be the year 5138. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    private Instants() {}

    static Instant parse(String text) {
        return isUsual(text) ? ofDigits(text) : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char expected = USUAL.charAt(i);
            char actual = text.charAt(i);
            boolean literal =
                    expected == '-' || expected == 'T' || expected == ':' || expected == '.' || expected == 'Z';
            if (literal ? actual != expected : actual < '0' || actual > '9') {
                return false;
            }
        }
        return true;
    }

    private static Instant ofDigits(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int hour = within(number(text, 11, 13), 23);
        int minute = within(number(text, 14, 16), 59);
        int second = within(number(text, 17, 19), 59);
        long seconds = day * 86_400L + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, number(text, 20, 23) * 1_000_000L);
    }

    private static int within(int value, int max) {
        if (value > max) {
            throw new DateTimeException("no time of day");
        }
        return value;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    static final class Reader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() == JsonParser.NumberType.LONG
                    && parser.getLongValue() >= LEAST_MILLIS) {
                return Instant.ofEpochMilli(parser.getLongValue());
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getText();
            try {
                return parse(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an ISO instant");
            }
        }
    }

    static final class Writer extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            boolean finer = !value.equals(value.truncatedTo(ChronoUnit.MILLIS));
            generator.writeString(finer ? value.toString() : WRITTEN.format(value));
        }
    }
}
