package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The levels by which an organisation classifies its data, and what has which. A site without levels is not entitled to any. */
public final class Classifications {

    private final List<Level> levels = new CopyOnWriteArrayList<>();
    private final Map<Target, String> chosen = new ConcurrentHashMap<>();

    /** There are no levels yet. */
    public Classifications() {}

    /**
     * A level.
     *
     * @param id its id
     * @param order its place, from 1
     * @param name its name
     */
    public record Level(String id, int order, String name) {}

    /**
     * What can have a level of its own: content, its draft, or, as its default, a space.
     *
     * @param id the content or space
     * @param draft whether the draft is meant
     */
    public record Target(long id, boolean draft) {}

    /**
     * Adds a level below the others.
     *
     * @param name its name
     * @return the level
     */
    public Level add(String name) {
        String id = UUID.nameUUIDFromBytes(("level " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        Level added = new Level(id, levels.size() + 1, name);
        levels.add(added);
        return added;
    }

    /**
     * Gives the levels.
     *
     * @return the levels in their order
     */
    public List<Level> levels() {
        return List.copyOf(levels);
    }

    /**
     * Gives the level that something has itself.
     *
     * @param target what
     * @return the level, or empty
     */
    public Optional<Level> of(Target target) {
        return Optional.ofNullable(chosen.get(target)).flatMap(this::find);
    }

    /**
     * Chooses a level.
     *
     * @param target for what
     * @param levelId which
     */
    public void set(Target target, String levelId) {
        if (find(levelId).isEmpty()) {
            throw new RuleBroken(Rule.OTHER, "There is no classification level " + levelId);
        }
        chosen.put(target, levelId);
    }

    /**
     * Takes the choice back.
     *
     * @param target for what
     */
    public void reset(Target target) {
        chosen.remove(target);
    }

    private Optional<Level> find(String id) {
        return levels.stream().filter(level -> level.id().equals(id)).findFirst();
    }
}
