package dev.confluencekit.integration.descriptor;

import java.util.List;

/**
 * A part of the form.
 *
 * @param id its id, for programs
 * @param title its title, for people
 * @param fields its fields, from top to bottom
 */
public record Tab(String id, String title, List<Field> fields) {
    /** Copies the list. */
    public Tab {
        fields = List.copyOf(fields);
    }
}
