package dev.confluencekit.integration.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form. What it states of its value is what the registry enforces, no more.
 *
 * @param id its id: the key in the maps that {@code NewIntegration.fromForm} and {@code KeyUpdate.fromForm} take, and the
 *     field of a {@code FieldProblem}
 * @param label its label
 * @param help a sentence or two on what belongs into it
 * @param example a value that could be typed; empty if there is none to show
 * @param kind how to draw it
 * @param required whether it has to be filled in
 * @param minLength the fewest characters (code points), or null if that is not limited
 * @param maxLength the most characters (code points), or null if that is not limited
 * @param pattern a regular expression for the whole value, as the {@code pattern} of an HTML input; it means the same to
 *     ECMAScript (flag {@code u} or {@code v}) and to {@link String#matches}; null if any text will do
 * @param choices the values to choose from; empty unless the kind is {@link Kind#CHOICES}
 * @param defaultValue what is filled in or selected at first, or null if nothing is
 */
public record Field(
        String id,
        String label,
        String help,
        String example,
        Kind kind,
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        List<Choice> choices,
        @Nullable String defaultValue) {
    /** Copies the list. */
    public Field {
        choices = List.copyOf(choices);
    }

    /** Whether the value must never be shown, filled in again, or logged. */
    public boolean secret() {
        return kind == Kind.SECRET;
    }

    /** How to draw a field. New kinds may come; a host draws those that it does not know as {@link #TEXT}. */
    public enum Kind {
        /** A line of text. */
        TEXT,
        /** An email address, as a rule; a hint for keyboards and for filling in. */
        EMAIL,
        /** A line of text that is never shown and never filled in again. */
        SECRET,
        /** The address of a site. */
        DOMAIN,
        /** A day, as {@code 2027-03-01}. */
        DATE,
        /** One of {@link Field#choices()}. */
        CHOICES
    }
}
