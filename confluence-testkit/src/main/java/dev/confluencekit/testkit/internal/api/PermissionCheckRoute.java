package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.PageStatus;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.access.Accounts;
import dev.confluencekit.testkit.internal.site.GroupEntry;
import dev.confluencekit.testkit.internal.site.Groups;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.SpaceGrants;
import dev.confluencekit.testkit.internal.site.SpacePrincipal;
import dev.confluencekit.testkit.internal.site.SpaceRight;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody may do something with a page or blog post. That one may not is an answer, not an error. About others only
 * who administers the site may ask.
 */
final class PermissionCheckRoute {

    private static final Set<String> SCOPES =
            Set.of("read:confluence-content.permission", "read:content.permission:confluence");

    private final Backstage backstage;
    private final Groups groups;
    private final Accounts accounts;
    private final Owners owners;

    PermissionCheckRoute(Backstage backstage, Groups groups, Accounts accounts) {
        this.backstage = backstage;
        this.groups = groups;
        this.accounts = accounts;
        this.owners = new Owners(backstage);
    }

    Route route() {
        return Route.of("POST", "/wiki/rest/api/content/([^/]+)/permission/check", Family.V1, SCOPES, this::check);
    }

    private SimulatedResponse check(Call call) {
        String asking = owners.author(call, Family.V1);
        PageEntry page = owners.content(call);
        JsonNode body = call.json();
        String operation = body.path("operation").asText();
        if (!Set.of("read", "update", "delete").contains(operation)) {
            throw bad("The operation is none that can be checked");
        }
        String identifier = body.at("/subject/identifier").asText();
        boolean self = false;
        Optional<String> problem;
        switch (body.at("/subject/type").asText()) {
            case "user" -> {
                self = identifier.equals(asking);
                requireAdministrator(call, self);
                problem = identifier.equals("anonymous")
                        ? problemOf(call, Optional.empty(), page, operation)
                        : problemOf(call, Optional.of(person(identifier)), page, operation);
            }
            case "group" -> {
                requireAdministrator(call, self);
                problem = problemOf(
                        groups.find(identifier).orElseThrow(() -> bad("There is no such group")), page, operation);
            }
            default -> throw bad("The subject is neither a user nor a group");
        }
        ObjectNode answer = backstage.json().object();
        answer.put("hasPermission", problem.isEmpty());
        problem.ifPresent(text ->
                answer.putArray("errors").addObject().put("translation", text).putArray("args"));
        return backstage.json().answer(200, answer);
    }

    private Optional<String> problemOf(Call call, Optional<Person> who, PageEntry page, String operation) {
        Account account = who.map(person -> accounts.open(person.email())).orElse(null);
        String name = account == null ? "Anonymous user" : "User";
        if (account != null && !account.licensed()) {
            return Optional.of("User is not allowed to use Confluence");
        }
        Set<String> memberOf = who.map(person -> groups.of(person.accountId())).orElse(Set.of());
        Call theirs = new Call(
                call.request(), call.path(), call.arguments(), call.parameters(), account, memberOf, call.store());
        if (!theirs.maySee(space(page))) {
            return Optional.of(name + " does not have permission to the space");
        }
        boolean may = theirs.maySee(page, backstage.store())
                && (operation.equals("read") || (account != null && mayWrite(theirs, page, operation)));
        return may ? Optional.empty() : Optional.of(name + " does not have permission to the content");
    }

    private Optional<String> problemOf(GroupEntry group, PageEntry page, String operation) {
        List<SpacePrincipal> members = SpacePrincipals.of(group);
        SpaceGrants grants = space(page).grants();
        if (!grants.allow(SpaceRight.READ, members)) {
            return Optional.of("Group does not have permission to the space");
        }
        SpaceRight right = new SpaceRight(
                operation.equals("delete") ? "delete" : "create", page.kind().grantedAs());
        Set<String> only = Set.of(group.id());
        boolean may = backstage.store().restrictionPath(page).stream()
                        .allMatch(step -> step.readers().lets("", only))
                && (operation.equals("read")
                        || (grants.allow(right, members) && page.editors().lets("", only) && isCurrent(page)));
        return may ? Optional.empty() : Optional.of("Group does not have permission to the content");
    }

    private static boolean mayWrite(Call call, PageEntry page, String operation) {
        boolean deleting = operation.equals("delete");
        return call.mayEdit(page)
                && isCurrent(page)
                && (!deleting || call.may("delete", page.kind().grantedAs(), page));
    }

    private static boolean isCurrent(PageEntry page) {
        return page.status() == PageStatus.CURRENT;
    }

    private SpaceEntry space(PageEntry page) {
        return backstage.store().space(page.spaceId()).orElseThrow();
    }

    private Person person(String accountId) {
        return accounts.person(accountId).orElseThrow(() -> bad("There is no such user"));
    }

    private void requireAdministrator(Call call, boolean self) {
        Account account = call.account();
        if (!self && (account == null || !account.administrator())) {
            throw new ApiProblem(backstage
                    .errors()
                    .v1(403, false, "Only who administers the site may ask about others", "Forbidden"));
        }
    }

    private ApiProblem bad(String message) {
        return new ApiProblem(backstage.errors().v1(400, true, message, "Bad Request"));
    }
}
