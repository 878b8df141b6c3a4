package dev.confluencekit.testkit.internal.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Who watches what. */
public final class Watches {

    private final Map<Watched, Set<String>> watchers = new ConcurrentHashMap<>();

    /** Nobody watches anything yet. */
    public Watches() {}

    /** The kinds of what can be watched. */
    public enum Kind {
        /** A page or a blog post, by its id. */
        CONTENT,
        /** A label, by its name. */
        LABEL,
        /** A space, by its key. */
        SPACE
    }

    /**
     * Something that can be watched.
     *
     * @param kind what it is
     * @param name its id, name or key
     */
    public record Watched(Kind kind, String name) {}

    /**
     * Lets somebody watch something; doing so again changes nothing.
     *
     * @param what what
     * @param accountId who
     */
    public void add(Watched what, String accountId) {
        watchers.computeIfAbsent(what, any -> new ConcurrentSkipListSet<>()).add(accountId);
    }

    /**
     * Lets somebody watch something no longer; who does not watch it stays so.
     *
     * @param what what
     * @param accountId who
     */
    public void remove(Watched what, String accountId) {
        watchers.getOrDefault(what, Set.of()).removeIf(accountId::equals);
    }

    /**
     * Gives who watches something.
     *
     * @param what what
     * @return account ids in their order
     */
    public List<String> of(Watched what) {
        return List.copyOf(watchers.getOrDefault(what, Set.of()));
    }
}
