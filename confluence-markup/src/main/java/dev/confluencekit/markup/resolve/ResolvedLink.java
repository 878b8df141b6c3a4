package dev.confluencekit.markup.resolve;

import org.jspecify.annotations.Nullable;

/**
 * What a target is.
 *
 * @param url its address, absolute or relative to where the output is put
 * @param title what it is called; missing where the name that the source gives will do
 */
public record ResolvedLink(String url, @Nullable String title) {
    /** Says where it is. */
    public static ResolvedLink of(String url) {
        return new ResolvedLink(url, null);
    }
}
