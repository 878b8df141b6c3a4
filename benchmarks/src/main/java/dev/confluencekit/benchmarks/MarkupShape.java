package dev.confluencekit.benchmarks;

import dev.confluencekit.markup.Markup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body that is one piece over and over, as long as is wanted.
 *
 * @param format of the body
 * @param begin what comes first
 * @param piece over and over; {@code %d} in it is its number
 * @param end what comes last, or in the middle if there is more to come
 * @param closing once for each piece
 */
record MarkupShape(Format format, String begin, String piece, String end, String closing) {
    private static final String RESOURCE = "markup-shapes.tsv";
    private static final String ADF_BEGIN = "{\"type\":\"doc\",\"version\":1,\"content\":[";
    private static final String ADF_END = "]}";
    private static final Pattern REPEATED = Pattern.compile("\\{([0-9]+)\\*([^}]*)}");
    private static final int COLUMNS = 5;

    enum Format {
        STORAGE,
        ADF,
        MARKDOWN
    }

    /** All that the jar has. */
    static List<MarkupShape> all() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(MarkupShape.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(MarkupShape::of)
                    .toList();
        }
    }

    private static MarkupShape of(String line) {
        String[] columns = line.split("\t", COLUMNS);
        return new MarkupShape(
                Format.valueOf(columns[0].toUpperCase(java.util.Locale.ROOT)),
                plain(columns[1]),
                plain(columns[2]),
                plain(columns[3]),
                columns.length < COLUMNS ? "" : plain(columns[4]));
    }

    private static String plain(String column) {
        return REPEATED.matcher(column.translateEscapes())
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    /** The body, of about so many characters. */
    String body(int characters) {
        StringBuilder body = new StringBuilder(format == Format.ADF ? ADF_BEGIN : "").append(begin);
        int pieces = 0;
        while (body.length() + (long) pieces * closing.length() < characters) {
            if (format == Format.ADF && pieces > 0) {
                body.append(',');
            }
            body.append(piece.replace("%d", String.valueOf(pieces)));
            pieces++;
        }
        return body.append(end)
                .append(closing.repeat(pieces))
                .append(format == Format.ADF ? ADF_END : "")
                .toString();
    }

    Markup read(String body) {
        return switch (format) {
            case STORAGE -> Markup.storage(body);
            case ADF -> Markup.adf(body);
            case MARKDOWN -> Markup.markdown(body);
        };
    }

    /** The format and what is repeated, in one line. */
    @Override
    public String toString() {
        String repeated = (piece + closing).replace("\n", "\\n");
        return format + " " + (repeated.length() > 60 ? repeated.substring(0, 60) : repeated);
    }
}
