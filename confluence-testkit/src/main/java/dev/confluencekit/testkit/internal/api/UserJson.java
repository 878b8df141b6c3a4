package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.internal.access.Accounts;

/** Writes people as both versions of the interface do. An address that is private is empty. */
final class UserJson {

    private final Backstage backstage;
    private final Accounts accounts;

    UserJson(Backstage backstage, Accounts accounts) {
        this.backstage = backstage;
        this.accounts = accounts;
    }

    /** {@code User} of version 1, without what an {@code expand} brings along. */
    ObjectNode v1(Person person) {
        ObjectNode user = backstage.json().object();
        user.put("type", "known");
        user.put("accountId", person.accountId());
        user.put("accountType", accountType(person));
        user.put("email", accounts.visibleEmail(person));
        user.put("publicName", person.publicName());
        addPicture(user, picture(person), false);
        user.put("displayName", person.displayName());
        user.put("timeZone", person.timeZone());
        user.put("isExternalCollaborator", false);
        user.put("isGuest", false);
        return user;
    }

    /** {@code WatchUser} of version 1. */
    ObjectNode watcher(Person person) {
        ObjectNode user = v1(person);
        user.putNull("operations");
        user.put("externalCollaborator", false);
        user.putNull("personalSpace");
        return user;
    }

    /** A row of a list of version 1. */
    ObjectNode v1Row(Person person) {
        ObjectNode user = v1(person);
        user.putObject("_expandable").put("operations", "").put("personalSpace", "");
        user.putObject("_links").put("self", self(person));
        return user;
    }

    String self(Person person) {
        return backstage.siteBase() + "/rest/api/user?accountId=" + person.accountId();
    }

    ObjectNode anonymous() {
        ObjectNode user = backstage.json().object();
        user.put("type", "anonymous");
        addPicture(user, "/wiki/images/icons/profilepics/anonymous.svg", true);
        user.put("displayName", "Anonymous");
        return user;
    }

    ObjectNode v2(Person person) {
        ObjectNode user = backstage.json().object();
        user.put("displayName", person.displayName());
        if (person.timeZone() != null) {
            user.put("timeZone", person.timeZone());
        }
        user.put("isExternalCollaborator", false);
        user.put("accountStatus", "active");
        user.put("accountId", person.accountId());
        user.put("email", accounts.visibleEmail(person));
        user.put("accountType", accountType(person));
        user.put("publicName", person.publicName());
        user.putObject("profilePicture").put("path", picture(person)).put("isDefault", false);
        return user;
    }

    private static String accountType(Person person) {
        return person.email().endsWith("@serviceaccount.atlassian.com") ? "app" : "atlassian";
    }

    private static String picture(Person person) {
        return "/wiki/aa-avatar/" + person.accountId();
    }

    private static void addPicture(ObjectNode user, String path, boolean isDefault) {
        ObjectNode picture = user.putObject("profilePicture");
        picture.put("path", path);
        picture.put("width", 48);
        picture.put("height", 48);
        picture.put("isDefault", isDefault);
    }
}
