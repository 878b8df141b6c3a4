package dev.confluencekit.testkit.internal.site;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a restriction lets through. One that names nobody is none: it lets everybody through.
 *
 * @param users user names in lower case
 * @param groups ids of groups
 */
public record Allowed(Set<String> users, Set<String> groups) {

    /** No restriction. */
    public static final Allowed EVERYBODY = new Allowed(Set.of(), Set.of());

    /** Copies both. */
    public Allowed {
        users = users.stream().map(user -> user.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        groups = Set.copyOf(groups);
    }

    /**
     * Restricts to some users.
     *
     * @param users user names; none for everybody
     * @return the restriction
     */
    public static Allowed users(Set<String> users) {
        return new Allowed(users, Set.of());
    }

    /**
     * Tells whether there is no restriction.
     *
     * @return true if nobody is named
     */
    public boolean isEverybody() {
        return users.isEmpty() && groups.isEmpty();
    }

    /**
     * Tells whether somebody is let through.
     *
     * @param user a user name in lower case
     * @param memberOf the ids of that user's groups
     * @return true if there is no restriction, or it names the user or one of the groups
     */
    public boolean lets(String user, Set<String> memberOf) {
        return isEverybody() || users.contains(user) || memberOf.stream().anyMatch(groups::contains);
    }

    /**
     * Adds those of another one.
     *
     * @param other whom to add
     * @return both together
     */
    public Allowed with(Allowed other) {
        Set<String> allUsers = new HashSet<>(users);
        allUsers.addAll(other.users);
        Set<String> allGroups = new HashSet<>(groups);
        allGroups.addAll(other.groups);
        return new Allowed(allUsers, allGroups);
    }

    /**
     * Takes those of another one away.
     *
     * @param other whom to take away
     * @return the rest, which lets everybody through if nobody is left
     */
    public Allowed without(Allowed other) {
        Set<String> someUsers = new HashSet<>(users);
        someUsers.removeAll(other.users);
        Set<String> someGroups = new HashSet<>(groups);
        someGroups.removeAll(other.groups);
        return new Allowed(someUsers, someGroups);
    }
}
