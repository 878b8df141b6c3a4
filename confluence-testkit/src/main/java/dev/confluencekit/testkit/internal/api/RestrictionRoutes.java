package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Accounts;
import dev.confluencekit.testkit.internal.site.Allowed;
import dev.confluencekit.testkit.internal.site.GroupEntry;
import dev.confluencekit.testkit.internal.site.Groups;
import dev.confluencekit.testkit.internal.site.PageEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Restrictions of pages and blog posts, which version 1 alone has. Those of both operations are told even when the content
 * is open; whether somebody is named is told by the status.
 */
final class RestrictionRoutes {

    private static final String ALL = "/wiki/rest/api/content/([^/]+)/restriction";
    private static final Set<String> READ =
            Set.of("read:confluence-content.all", "read:content.restriction:confluence");
    private static final Set<String> WRITE = Set.of("write:confluence-content", "write:content.restriction:confluence");
    private static final int USUAL = 100;

    private final Backstage backstage;
    private final Accounts accounts;
    private final Groups groups;
    private final UserJson users;
    private final Owners owners;
    private final Rights rights;
    private final EditGuard guard;

    RestrictionRoutes(Backstage backstage, Groups groups, Accounts accounts) {
        this.backstage = backstage;
        this.groups = groups;
        this.accounts = accounts;
        this.users = new UserJson(backstage, accounts);
        this.owners = new Owners(backstage);
        this.rights = new Rights(backstage.store());
        this.guard = new EditGuard(backstage.errors());
    }

    /** What can be restricted. */
    private enum Kind {
        READ,
        UPDATE;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        Allowed of(PageEntry page) {
            return this == READ ? page.readers() : page.editors();
        }
    }

    List<Route> routes() {
        String operations = ALL + "/byOperation";
        String one = operations + "/([^/]+)";
        String user = one + "/user";
        String group = one + "/byGroupId/([^/]+)";
        return List.of(
                Route.get(ALL, Family.V1, READ, call -> list(call, owners.content(call))),
                Route.of("PUT", ALL, Family.V1, WRITE, this::replace),
                Route.of("POST", ALL, Family.V1, WRITE, this::add),
                Route.of("DELETE", ALL, Family.V1, WRITE, this::clear),
                Route.get(operations, Family.V1, READ, this::byOperation),
                Route.get(one, Family.V1, READ, this::get),
                Route.get(user, Family.V1, READ, call -> named(call, user(call))),
                Route.of("PUT", user, Family.V1, WRITE, call -> changeUser(call, Allowed::with)),
                Route.of("DELETE", user, Family.V1, WRITE, call -> changeUser(call, Allowed::without)),
                Route.get(group, Family.V1, READ, call -> named(call, group(call))),
                Route.of("PUT", group, Family.V1, WRITE, call -> changeGroup(call, Allowed::with)),
                Route.of("DELETE", group, Family.V1, WRITE, call -> changeGroup(call, Allowed::without)));
    }

    private SimulatedResponse list(Call call, PageEntry page) {
        ObjectNode body = backstage.json().object();
        ArrayNode results = body.putArray("results");
        for (Kind kind : Kind.values()) {
            results.add(shape(call, page, kind, kind.key() + ".restrictions."));
        }
        body.put("start", call.parameters().number("start").orElse(0));
        body.put("limit", call.parameters().number("limit").orElse(USUAL));
        body.put("size", results.size());
        body.put(
                "restrictionsHash",
                Integer.toHexString(List.of(page.readers(), page.editors()).hashCode()));
        body.putObject("_links")
                .put("self", self(page))
                .put("base", backstage.siteBase().toString());
        return backstage.json().answer(200, body);
    }

    private SimulatedResponse byOperation(Call call) {
        PageEntry page = owners.content(call);
        ObjectNode body = backstage.json().object();
        for (Kind kind : Kind.values()) {
            body.set(kind.key(), shape(call, page, kind, "restrictions."));
        }
        body.putObject("_links").put("self", self(page) + "/byOperation");
        return backstage.json().answer(200, body);
    }

    private SimulatedResponse get(Call call) {
        PageEntry page = owners.content(call);
        return backstage.json().answer(200, shape(call, page, kind(call), "restrictions."));
    }

    /** Whom it names is told where the caller wants it expanded. */
    private ObjectNode shape(Call call, PageEntry page, Kind kind, String prefix) {
        List<String> expanded = call.parameters().query().list("expand");
        Allowed allowed = kind.of(page);
        ObjectNode node = backstage.json().object();
        node.put("operation", kind.key());
        ObjectNode lists = node.putObject("restrictions");
        ObjectNode left = backstage.json().object();
        if (wants(expanded, prefix + "user")) {
            Stream<Person> named = allowed.users().stream()
                    .sorted()
                    .map(name -> accounts.open(name).person());
            lists.set("user", rows(call, named.map(users::v1Row).toList()));
        } else {
            left.put("user", "");
        }
        if (wants(expanded, prefix + "group")) {
            Stream<GroupEntry> named = allowed.groups().stream().sorted().flatMap(id -> groups.find(id).stream());
            lists.set("group", rows(call, named.map(this::shape).toList()));
        } else {
            left.put("group", "");
        }
        lists.set("_expandable", left);
        node.putObject("_expandable").put("content", "/rest/api/content/" + page.id());
        node.putObject("_links").put("self", self(page) + "/byOperation/" + kind.key());
        return node;
    }

    private static boolean wants(List<String> expanded, String member) {
        return expanded.contains(member) || expanded.contains(member.substring(member.indexOf("restrictions.")));
    }

    private ObjectNode rows(Call call, List<ObjectNode> all) {
        int start = call.parameters().number("start").orElse(0);
        int limit = call.parameters().number("limit").orElse(USUAL);
        ObjectNode node = backstage.json().object();
        ArrayNode results = node.putArray("results");
        all.stream().skip(start).limit(limit).forEach(results::add);
        node.put("start", start);
        node.put("limit", limit);
        node.put("size", results.size());
        return node;
    }

    private ObjectNode shape(GroupEntry group) {
        ObjectNode node = backstage.json().object();
        node.put("type", "group");
        node.put("name", group.name());
        node.put("id", group.id());
        return node;
    }

    private SimulatedResponse named(Call call, Allowed wanted) {
        Allowed allowed = kind(call).of(owners.content(call));
        boolean listed =
                allowed.users().containsAll(wanted.users()) && allowed.groups().containsAll(wanted.groups());
        if (!listed) {
            throw notThere();
        }
        return SimulatedResponse.empty(200);
    }

    private SimulatedResponse changeUser(Call call, BinaryOperator<Allowed> how) {
        return change(call, editable(call), user(call), how);
    }

    private SimulatedResponse changeGroup(Call call, BinaryOperator<Allowed> how) {
        return change(call, guard.orForbidden(call, writable(call)), group(call), how);
    }

    private SimulatedResponse change(Call call, PageEntry page, Allowed subject, BinaryOperator<Allowed> how) {
        Kind kind = kind(call);
        write(page, kind, how.apply(kind.of(page), subject));
        return SimulatedResponse.empty(200);
    }

    private SimulatedResponse clear(Call call) {
        PageEntry page = guard.orForbidden(call, writable(call));
        write(page, Kind.READ, Allowed.EVERYBODY);
        write(page, Kind.UPDATE, Allowed.EVERYBODY);
        return written(call, page);
    }

    /** What the body does not name is open afterwards. */
    private SimulatedResponse replace(Call call) {
        PageEntry page = editable(call);
        Map<Kind, Allowed> wanted = wanted(call);
        for (Kind kind : Kind.values()) {
            write(page, kind, wanted.getOrDefault(kind, Allowed.EVERYBODY));
        }
        return written(call, page);
    }

    private SimulatedResponse add(Call call) {
        PageEntry page = editable(call);
        wanted(call).forEach((kind, added) -> write(page, kind, kind.of(page).with(added)));
        return written(call, page);
    }

    /** Tells them to whoever wrote them, even to one who is shut out now. */
    private SimulatedResponse written(Call call, PageEntry before) {
        return list(call, backstage.store().page(before.id()).orElseThrow());
    }

    private void write(PageEntry page, Kind kind, Allowed allowed) {
        if (kind == Kind.READ) {
            backstage.editor().restrict(page.id(), allowed);
        } else {
            backstage.editor().restrictEditing(page.id(), allowed);
        }
    }

    private Map<Kind, Allowed> wanted(Call call) {
        JsonNode body = call.json();
        Map<Kind, Allowed> wanted = new EnumMap<>(Kind.class);
        for (JsonNode entry : body.isArray() ? body : body.path("results")) {
            Kind kind = kind(entry.path("operation").asText())
                    .orElseThrow(() -> bad("Only read and update can be restricted"));
            JsonNode subjects = entry.path("restrictions");
            JsonNode people = subjects.path("user");
            Allowed named = Allowed.EVERYBODY;
            for (JsonNode user : people.isArray() ? people : people.path("results")) {
                named = named.with(user(user.path("accountId").asText()));
            }
            for (JsonNode group : subjects.path("group")) {
                named = named.with(group(group.path("id").asText()));
            }
            if (named.isEverybody()) {
                throw bad("A restriction names at least one user or group");
            }
            wanted.merge(kind, named, Allowed::with);
        }
        return wanted;
    }

    private Allowed user(Call call) {
        return user(call.parameters().text("accountId").orElse(""));
    }

    private Allowed user(String accountId) {
        return accounts.person(accountId)
                .map(person -> Allowed.users(Set.of(person.email())))
                .orElseThrow(this::notThere);
    }

    private Allowed group(Call call) {
        return group(call.arguments().get(2));
    }

    private Allowed group(String id) {
        return groups.find(id)
                .map(group -> new Allowed(Set.of(), Set.of(group.id())))
                .orElseThrow(this::notThere);
    }

    private static Optional<Kind> kind(String key) {
        return Stream.of(Kind.values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    private Kind kind(Call call) {
        return kind(call.arguments().get(1)).orElseThrow(this::notThere);
    }

    /** Where the specification has no 403, who may not edit is told that nothing is there. */
    private PageEntry editable(Call call) {
        return guard.orNotThere(call, writable(call), Family.V1);
    }

    private PageEntry writable(Call call) {
        PageEntry page = owners.content(call);
        if (!rights.mayWrite(call, page)) {
            throw notThere();
        }
        return page;
    }

    private String self(PageEntry page) {
        return backstage.siteBase() + "/rest/api/content/" + page.id() + "/restriction";
    }

    private ApiProblem notThere() {
        return new ApiProblem(backstage.errors().notFound(Family.V1));
    }

    private ApiProblem bad(String message) {
        return new ApiProblem(backstage.errors().v1(400, true, message, "Bad Request"));
    }
}
