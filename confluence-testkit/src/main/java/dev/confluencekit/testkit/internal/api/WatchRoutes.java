package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.Person;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.access.Account;
import dev.confluencekit.testkit.internal.access.Accounts;
import dev.confluencekit.testkit.internal.site.PageEntry;
import dev.confluencekit.testkit.internal.site.SpaceEntry;
import dev.confluencekit.testkit.internal.site.Watches;
import dev.confluencekit.testkit.internal.site.Watches.Kind;
import dev.confluencekit.testkit.internal.site.Watches.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who watches pages, blog posts, labels and spaces. What is not there, or not for the caller to see, is forbidden rather
 * than not found. For others only who administers may ask.
 */
final class WatchRoutes {

    private static final String V1 = "/wiki/rest/api";
    private static final Set<String> READ = Set.of("read:confluence-content.summary", "read:watcher:confluence");
    private static final Set<String> WRITE = Set.of("write:confluence-content", "write:watcher:confluence");

    private final Backstage backstage;
    private final Watches watches;
    private final Accounts accounts;
    private final SiteLabelRoutes labels;
    private final Subjects subjects;
    private final UserJson users;

    WatchRoutes(Backstage backstage, Watches watches, Accounts accounts, SiteLabelRoutes labels, Subjects subjects) {
        this.backstage = backstage;
        this.watches = watches;
        this.accounts = accounts;
        this.labels = labels;
        this.subjects = subjects;
        this.users = new UserJson(backstage, accounts);
    }

    /** What a call is about, and whether its caller administers it. */
    private record Target(Watched watched, boolean administered) {}

    List<Route> routes() {
        List<Route> all = new ArrayList<>();
        all.addAll(routes("content", this::content));
        all.addAll(routes("label", this::label));
        all.addAll(routes("space", this::space));
        all.add(Route.get(
                V1 + "/content/([^/]+)/notification/child-created", Family.V1, READ, this::watchersOfContent));
        all.add(Route.get(
                V1 + "/content/([^/]+)/notification/created",
                Family.V1,
                READ,
                call -> watchersOfSpace(call, spaceOf(pageOf(call).orElseThrow(() -> subjects.notThere(Family.V1))))));
        all.add(Route.get(
                V1 + "/space/([^/]+)/watch",
                Family.V1,
                READ,
                call -> watchersOfSpace(call, spaceByKey(call).orElseThrow(() -> subjects.notThere(Family.V1)))));
        return all;
    }

    private List<Route> routes(String segment, Function<Call, Target> target) {
        String path = V1 + "/user/watch/" + segment + "/([^/]+)";
        return List.of(
                Route.get(path, Family.V1, READ, call -> status(call, target.apply(call))),
                Route.of("POST", path, Family.V1, WRITE, call -> add(call, target.apply(call))),
                Route.of("DELETE", path, Family.V1, WRITE, call -> remove(call, target.apply(call))));
    }

    private SimulatedResponse status(Call call, Target target) {
        String who = who(call, target);
        ObjectNode body = backstage.json().object();
        body.put("watching", watches.of(target.watched()).contains(who));
        return backstage.json().answer(200, body);
    }

    private SimulatedResponse add(Call call, Target target) {
        watches.add(target.watched(), who(call, target));
        return SimulatedResponse.empty(204);
    }

    private SimulatedResponse remove(Call call, Target target) {
        watches.remove(target.watched(), who(call, target));
        return SimulatedResponse.empty(204);
    }

    private String who(Call call, Target target) {
        String own = account(call).person().accountId();
        String asked = call.parameters().text("accountId").orElse(own);
        if (!asked.equals(own) && !target.administered()) {
            throw forbidden("Only who administers may look after the watches of others");
        }
        return accounts.person(asked).map(Person::accountId).orElseThrow(() -> subjects.notThere(Family.V1));
    }

    private Target content(Call call) {
        PageEntry page = pageOf(call).orElseThrow(() -> forbidden("There is no such content"));
        return new Target(
                new Watched(Kind.CONTENT, String.valueOf(page.id())), Rights.administers(call, spaceOf(page)));
    }

    private Target label(Call call) {
        String name = call.argument();
        if (labels.all(call).stream().noneMatch(label -> label.equals(name))) {
            throw forbidden("There is no such label");
        }
        return new Target(new Watched(Kind.LABEL, name), account(call).administrator());
    }

    private Target space(Call call) {
        SpaceEntry space = spaceByKey(call).orElseThrow(() -> forbidden("There is no such space"));
        return new Target(new Watched(Kind.SPACE, space.key()), Rights.administers(call, space));
    }

    private SimulatedResponse watchersOfContent(Call call) {
        PageEntry page = pageOf(call).orElseThrow(() -> subjects.notThere(Family.V1));
        return watchers(
                call,
                new Watched(Kind.CONTENT, String.valueOf(page.id())),
                person -> watch("page", person).put("contentId", page.id()));
    }

    private SimulatedResponse watchersOfSpace(Call call, SpaceEntry space) {
        return watchers(
                call,
                new Watched(Kind.SPACE, space.key()),
                person -> watch("space", person).put("spaceKey", space.key()));
    }

    private SimulatedResponse watchers(Call call, Watched what, Function<Person, ObjectNode> shape) {
        account(call);
        List<Person> people = watches.of(what).stream()
                .flatMap(id -> accounts.person(id).stream())
                .toList();
        return new V1Listing(backstage).answer(call, people, shape);
    }

    private ObjectNode watch(String type, Person person) {
        ObjectNode node = backstage.json().object();
        node.put("type", type);
        node.set("watcher", users.watcher(person));
        return node;
    }

    private Optional<PageEntry> pageOf(Call call) {
        String id = call.argument();
        boolean number = !id.isEmpty() && id.length() < 19 && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? subjects.visible(call, Long.parseLong(id)) : Optional.empty();
    }

    private SpaceEntry spaceOf(PageEntry page) {
        return backstage.store().space(page.spaceId()).orElseThrow();
    }

    private Optional<SpaceEntry> spaceByKey(Call call) {
        return backstage.store().spaces().stream()
                .filter(space -> space.key().equals(call.argument()))
                .filter(call::maySee)
                .findFirst();
    }

    private Account account(Call call) {
        Account account = call.account();
        if (account == null) {
            throw new ApiProblem(backstage.errors().notPermittedToUse(Family.V1));
        }
        return account;
    }

    private ApiProblem forbidden(String message) {
        return new ApiProblem(backstage.errors().v1(403, true, message, "Forbidden"));
    }
}
