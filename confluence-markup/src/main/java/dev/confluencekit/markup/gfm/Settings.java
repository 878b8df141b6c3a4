package dev.confluencekit.markup.gfm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How to read. Nobody changes it once a reader has it. */
final class Settings {
    int maxCharacters = MarkdownReader.DEFAULT_MAX_CHARACTERS;
    int headingShift;

    /** Of the page; a first heading that says the same is left out. */
    @Nullable
    String title;

    @Nullable
    AddressResolver links;

    @Nullable
    PersonResolver people;

    /** Names of macros by languages of fences. */
    Map<String, String> diagrams = Map.of();

    /** Whether fences may hold storage format. */
    boolean trusted;

    Settings copy() {
        Settings copy = new Settings();
        copy.maxCharacters = maxCharacters;
        copy.headingShift = headingShift;
        copy.title = title;
        copy.links = links;
        copy.people = people;
        copy.diagrams = diagrams;
        copy.trusted = trusted;
        return copy;
    }
}
