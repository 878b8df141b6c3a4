package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import java.net.URI;
import java.util.List;

/** {@code GET /wiki/rest/api/user/current}, the only operation that tells who a key belongs to. */
final class UserRoute {

    private final Json json;
    private final Includes includes;
    private final URI siteBase;

    UserRoute(Json json, Includes includes, URI siteBase) {
        this.json = json;
        this.includes = includes;
        this.siteBase = siteBase;
    }

    SimulatedResponse current(Call call) {
        List<String> expand = call.parameters().texts("expand", Integer.MAX_VALUE);
        Account account = call.account();
        ObjectNode user = account == null ? anonymous() : known(account);
        ObjectNode expandable = json.object();
        if (expand.contains("operations")) {
            addOperations(user.putArray("operations"), account != null, account != null && account.administrator());
        } else {
            expandable.put("operations", "");
        }
        if (account != null) {
            expandable.put("personalSpace", "");
        }
        user.set("_expandable", expandable);
        ObjectNode links = user.putObject("_links");
        if (account != null) {
            links.put(
                    "self",
                    siteBase + "/rest/api/user?accountId=" + account.person().accountId());
        }
        links.put("base", siteBase.toString());
        links.put("context", "/wiki");
        return json.answer(200, user);
    }

    private ObjectNode known(Account account) {
        Person person = account.person();
        boolean service = person.email().endsWith("@serviceaccount.atlassian.com");
        ObjectNode user = json.object();
        user.put("type", "known");
        user.put("accountId", person.accountId());
        user.put("accountType", service ? "app" : "atlassian");
        user.put("email", account.emailHidden() ? "" : person.email());
        user.put("publicName", person.publicName());
        addPicture(user, "/wiki/aa-avatar/" + person.accountId(), false);
        user.put("displayName", person.displayName());
        user.put("timeZone", person.timeZone());
        user.put("isExternalCollaborator", false);
        user.put("isGuest", false);
        user.put("locale", "en_US");
        return user;
    }

    private ObjectNode anonymous() {
        ObjectNode user = json.object();
        user.put("type", "anonymous");
        addPicture(user, "/wiki/images/icons/profilepics/anonymous.svg", true);
        user.put("displayName", "Anonymous");
        user.put("isExternalCollaborator", false);
        user.put("isGuest", false);
        return user;
    }

    private static void addPicture(ObjectNode user, String path, boolean isDefault) {
        ObjectNode picture = user.putObject("profilePicture");
        picture.put("path", path);
        picture.put("width", 48);
        picture.put("height", 48);
        picture.put("isDefault", isDefault);
    }

    private void addOperations(ArrayNode operations, boolean known, boolean administrator) {
        operations.add(includes.operation("use", "application"));
        if (known) {
            operations.add(includes.operation("create_space", "application"));
        }
        if (administrator) {
            operations.add(includes.operation("administer", "application"));
        }
    }
}
