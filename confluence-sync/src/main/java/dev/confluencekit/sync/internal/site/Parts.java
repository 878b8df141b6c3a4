package dev.confluencekit.sync.internal.site;

import dev.confluencekit.sync.item.ItemAccess;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What belongs to a page or blog post and no listing brings along. */
public record Parts(
        SortedSet<String> labels,
        SortedMap<String, String> properties,
        @Nullable ItemAccess access) {
    /** Nothing was asked for. */
    public static final Parts NONE = new Parts(new TreeSet<>(), new TreeMap<>(), null);
}
