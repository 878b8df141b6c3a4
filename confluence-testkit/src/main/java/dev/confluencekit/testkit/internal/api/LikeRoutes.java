package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.SimulatedResponse;
import dev.confluencekit.testkit.internal.site.CommentKind;
import dev.confluencekit.testkit.internal.site.Community;
import dev.confluencekit.testkit.internal.site.ContentKind;
import dev.confluencekit.testkit.internal.site.Likes;
import dev.confluencekit.testkit.internal.site.Ordering;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Who likes pages, blog posts and comments, and how many they are. */
final class LikeRoutes {

    private final Backstage backstage;
    private final Likes likes;
    private final Subjects subjects;

    LikeRoutes(Backstage backstage, Community community, Subjects subjects) {
        this.backstage = backstage;
        this.likes = community.likes();
        this.subjects = subjects;
    }

    List<Route> routes() {
        List<Route> all = new ArrayList<>();
        all.addAll(routes(
                "pages",
                "page",
                call -> subjects.content(call, ContentKind.PAGE).id()));
        all.addAll(routes(
                "blogposts",
                "page",
                call -> subjects.content(call, ContentKind.BLOG_POST).id()));
        for (CommentKind kind : CommentKind.values()) {
            all.addAll(routes(
                    kind.segment(),
                    "comment",
                    call -> subjects.comment(call, kind).id()));
        }
        return all;
    }

    private List<Route> routes(String segment, String scope, ToLongFunction<Call> liked) {
        String path = "/wiki/api/v2/" + segment + "/([^/]+)/likes/";
        Set<String> read = Set.of("read:" + scope + ":confluence");
        return List.of(
                Route.get(path + "count", Family.V2, read, call -> count(liked.applyAsLong(call))),
                Route.get(path + "users", Family.V2, read, call -> users(call, liked.applyAsLong(call))));
    }

    private SimulatedResponse count(long liked) {
        return backstage.json().answer(200, backstage.json().object().put("count", (long)
                likes.of(liked).size()));
    }

    /** These lists alone may be asked for no rows at all. */
    private SimulatedResponse users(Call call, long liked) {
        List<String> users = likes.of(liked);
        if (call.parameters().number("limit").orElse(1) == 0) {
            return backstage.listing().nothing();
        }
        Ordering<String> order = Ordering.byNumber("place", users::indexOf);
        return backstage
                .listing()
                .answer(
                        call.path(),
                        call.parameters(),
                        order,
                        users,
                        row -> true,
                        account -> backstage.json().object().put("accountId", account));
    }
}
