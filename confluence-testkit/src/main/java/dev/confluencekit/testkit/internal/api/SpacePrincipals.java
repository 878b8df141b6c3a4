package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.access.Accounts;
import dev.confluencekit.testkit.internal.site.GroupEntry;
import dev.confluencekit.testkit.internal.site.Groups;
import dev.confluencekit.testkit.internal.site.SpacePrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds to whom something can be granted in spaces, and what somebody is there. */
final class SpacePrincipals {

    /** All classes of users; nobody is in the last. */
    private static final Set<String> CLASSES = Set.of(
            SpacePrincipal.LICENSED.id(),
            SpacePrincipal.AUTHENTICATED.id(),
            SpacePrincipal.ADMINISTRATORS.id(),
            SpacePrincipal.ANYBODY.id(),
            "jsm-project-admins");

    private final Accounts accounts;
    private final Groups groups;

    SpacePrincipals(Accounts accounts, Groups groups) {
        this.accounts = accounts;
        this.groups = groups;
    }

    /** All that a caller is. */
    static List<SpacePrincipal> of(@Nullable Account account, Set<String> groups) {
        if (account == null) {
            return List.of(SpacePrincipal.ANYBODY);
        }
        List<SpacePrincipal> all = new ArrayList<>(List.of(
                SpacePrincipal.LICENSED,
                SpacePrincipal.user(account.person().accountId()),
                SpacePrincipal.AUTHENTICATED,
                SpacePrincipal.ANYBODY));
        groups.forEach(group -> all.add(SpacePrincipal.group(group)));
        if (account.administrator()) {
            all.add(SpacePrincipal.ADMINISTRATORS);
        }
        return all;
    }

    /** All that a member of a group is, whoever it is. */
    static List<SpacePrincipal> of(GroupEntry group) {
        return List.of(
                SpacePrincipal.LICENSED,
                SpacePrincipal.AUTHENTICATED,
                SpacePrincipal.ANYBODY,
                SpacePrincipal.group(group.id()));
    }

    /** As roles name them; empty for nobody that the site knows. */
    Optional<SpacePrincipal> find(String type, String id) {
        return Stream.of(SpacePrincipal.Type.values())
                .filter(one -> one.name().equals(type))
                .map(one -> new SpacePrincipal(one, id))
                .filter(this::isKnown)
                .findFirst();
    }

    /** As permissions of version 1 name them: users by their ids or as anonymous, groups by their ids or names. */
    Optional<SpacePrincipal> findV1(String type, String identifier) {
        if (type.equals("user") && identifier.equals("anonymous")) {
            return Optional.of(SpacePrincipal.ANYBODY);
        }
        if (type.equals("group")) {
            return groups.all().stream()
                    .filter(group ->
                            group.id().equals(identifier) || group.name().equals(identifier))
                    .map(group -> SpacePrincipal.group(group.id()))
                    .findFirst();
        }
        return type.equals("user") ? find(type.toUpperCase(Locale.ROOT), identifier) : Optional.empty();
    }

    private boolean isKnown(SpacePrincipal principal) {
        return switch (principal.type()) {
            case USER -> accounts.person(principal.id()).isPresent();
            case GROUP -> groups.find(principal.id()).isPresent();
            case ACCESS_CLASS -> CLASSES.contains(principal.id());
        };
    }
}
