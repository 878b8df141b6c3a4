package dev.confluencekit.testkit.internal.site;

import dev.confluencekit.testkit.internal.site.RuleBroken.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The groups of the site. */
public final class Groups {

    private final Map<String, GroupEntry> byId = new ConcurrentHashMap<>();

    /** There are none yet. */
    public Groups() {}

    /**
     * Gives all groups.
     *
     * @return the groups by their names
     */
    public List<GroupEntry> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(GroupEntry::name))
                .toList();
    }

    /**
     * Finds a group.
     *
     * @param id its id
     * @return the group, or empty
     */
    public Optional<GroupEntry> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Tells in which groups somebody is.
     *
     * @param accountId who
     * @return the ids of the groups
     */
    public Set<String> of(String accountId) {
        return byId.values().stream()
                .filter(group -> group.members().contains(accountId))
                .map(GroupEntry::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Makes a group. The same name has the same id on every site.
     *
     * @param name its name, which must be free
     * @return the group
     */
    public GroupEntry create(String name) {
        String id = UUID.nameUUIDFromBytes(("group " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
        GroupEntry made = new GroupEntry(id, name, List.of());
        if (byId.putIfAbsent(id, made) != null) {
            throw new RuleBroken(Rule.OTHER, "A group with the name '" + name + "' already exists");
        }
        return made;
    }

    /**
     * Takes a group away.
     *
     * @param id which
     */
    public void delete(String id) {
        if (byId.remove(id) == null) {
            throw notThere();
        }
    }

    /**
     * Makes somebody a member; who is one already stays so.
     *
     * @param id the group
     * @param accountId who
     */
    public void addMember(String id, String accountId) {
        change(id, accountId, true);
    }

    /**
     * Lets somebody be a member no longer; who is none stays so.
     *
     * @param id the group
     * @param accountId who
     */
    public void removeMember(String id, String accountId) {
        change(id, accountId, false);
    }

    private void change(String id, String accountId, boolean member) {
        GroupEntry changed = byId.computeIfPresent(id, (any, group) -> {
            List<String> members = new ArrayList<>(group.members());
            members.remove(accountId);
            if (member) {
                members.add(accountId);
            }
            return new GroupEntry(id, group.name(), List.copyOf(members));
        });
        if (changed == null) {
            throw notThere();
        }
    }

    private static RuleBroken notThere() {
        return new RuleBroken(Rule.NOT_THERE, "There is no such group");
    }
}
