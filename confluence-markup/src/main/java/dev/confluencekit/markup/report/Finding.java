package dev.confluencekit.markup.report;

/**
 * Something that a conversion could not carry over as it is.
 *
 * @param kind what kind of thing
 * @param subject the name of the macro or element, the target of the link, the limit
 * @param message what it was and what became of it, in one sentence
 * @param place where it is
 */
public record Finding(FindingKind kind, String subject, String message, Place place) {
    @Override
    public String toString() {
        String where = place.toString();
        return kind + " " + message + (where.isEmpty() ? "" : " (" + where + ")");
    }
}
