package dev.confluencekit.testkit.internal.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Who likes what. The interface only reads it; people click. */
public final class Likes {

    private final Map<Long, Set<String>> byContent = new ConcurrentHashMap<>();

    /** Nobody likes anything yet. */
    public Likes() {}

    /**
     * Lets somebody like something; doing so again changes nothing.
     *
     * @param id a page, blog post or comment
     * @param accountId who
     */
    public void add(long id, String accountId) {
        byContent.computeIfAbsent(id, any -> new ConcurrentSkipListSet<>()).add(accountId);
    }

    /**
     * Takes a like back.
     *
     * @param id a page, blog post or comment
     * @param accountId who
     */
    public void remove(long id, String accountId) {
        byContent.getOrDefault(id, Set.of()).removeIf(accountId::equals);
    }

    /**
     * Gives who likes something.
     *
     * @param id a page, blog post or comment
     * @return account ids in their order
     */
    public List<String> of(long id) {
        return List.copyOf(byContent.getOrDefault(id, Set.of()));
    }
}
