package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.CommentEntry;
import dev.confluencekit.testkit.internal.site.CommentKind;
import dev.confluencekit.testkit.internal.site.ContentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What the caller may do with pages, blog posts, what else stands in trees, attachments, comments and spaces. */
final class OperationRoutes {

    private final Backstage backstage;
    private final Subjects subjects;
    private final Owners owners;
    private final Rights rights;

    OperationRoutes(Backstage backstage, Subjects subjects) {
        this.backstage = backstage;
        this.subjects = subjects;
        this.owners = new Owners(backstage);
        this.rights = new Rights(backstage.store());
    }

    List<Route> routes() {
        List<Route> all = new ArrayList<>();
        all.add(route("pages", "page", call -> rights.on(call, subjects.content(call, ContentKind.PAGE))));
        all.add(route("blogposts", "page", call -> rights.on(call, subjects.content(call, ContentKind.BLOG_POST))));
        for (ContentKind kind : ContentKind.treeNodes()) {
            all.add(route(
                    TreeNodeRoutes.segment(kind),
                    kind.wireName(),
                    call -> rights.on(call, subjects.content(call, kind))));
        }
        all.add(route(
                "custom-content",
                "custom-content",
                call -> rights.on(call, subjects.content(call, ContentKind.CUSTOM))));
        all.add(route(
                "spaces",
                "space",
                call -> rights.on(
                        call, backstage.store().space(owners.space(call)).orElseThrow())));
        all.add(route(
                "attachments",
                "attachment",
                call -> rights.onPart(
                        call,
                        "attachment",
                        subjects.visible(call, subjects.attachment(call).ownerId())
                                .orElseThrow())));
        for (CommentKind kind : CommentKind.values()) {
            all.add(route(kind.segment(), "comment", call -> onComment(call, kind)));
        }
        return all;
    }

    private List<Rights.Right> onComment(Call call, CommentKind kind) {
        CommentEntry comment = subjects.comment(call, kind);
        return rights.onPart(call, "comment", subjects.page(call, comment).orElseThrow());
    }

    private Route route(String segment, String scope, Function<Call, List<Rights.Right>> rightsOf) {
        return Route.get(
                "/wiki/api/v2/" + segment + "/([^/]+)/operations",
                Family.V2,
                Set.of("read:" + scope + ":confluence"),
                call -> answer(rightsOf.apply(call)));
    }

    private SimulatedResponse answer(List<Rights.Right> allowed) {
        ObjectNode body = backstage.json().object();
        ArrayNode operations = body.putArray("operations");
        for (Rights.Right right : allowed) {
            operations.add(backstage.includes().operation(right.operation(), right.targetType()));
        }
        return backstage.json().answer(200, body);
    }
}
