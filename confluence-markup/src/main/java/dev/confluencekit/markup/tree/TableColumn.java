package dev.confluencekit.markup.tree;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of a whole column of a table.
 *
 * @param attributes such as {@code style}
 */
public record TableColumn(Attributes attributes) {
    private static final Pattern WIDTH = Pattern.compile("(?:^|[;\\s])width:\\s*(\\d{1,6}(?:\\.\\d{1,6})?)px");

    /** Makes one that is so many pixels wide. */
    public static TableColumn ofWidth(double pixels) {
        return new TableColumn(Attributes.of("style", "width: " + pixels + "px;"));
    }

    /** The width in pixels, if it is said in pixels. */
    public OptionalDouble width() {
        Matcher found = WIDTH.matcher(attributes.get("style").orElse(""));
        return found.find() ? OptionalDouble.of(Double.parseDouble(found.group(1))) : OptionalDouble.empty();
    }
}
