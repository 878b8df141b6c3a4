package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.internal.site.CommentKind;
import dev.confluencekit.testkit.internal.site.Community;
import java.util.ArrayList;
import java.util.List;

/** Brings together the operations on what people do around content. */
final class CommunityRoutes {

    private final Backstage backstage;
    private final Community community;
    private final PageJson pages;
    private final BodyFormats bodies;

    CommunityRoutes(Backstage backstage, Community community, PageJson pages, BodyFormats bodies) {
        this.backstage = backstage;
        this.community = community;
        this.pages = pages;
        this.bodies = bodies;
    }

    List<Route> routes() {
        Subjects subjects = new Subjects(backstage, community);
        PropertyRoutes properties = new PropertyRoutes(backstage, subjects);
        CommentJson shapes = new CommentJson(backstage, community, pages, bodies);
        CommentIncludes includes = new CommentIncludes(backstage, community, properties, pages);
        List<Route> all = new ArrayList<>(properties.routes());
        for (CommentKind kind : CommentKind.values()) {
            all.addAll(new CommentRoutes(backstage, community, kind, shapes, includes, subjects).routes());
        }
        all.addAll(new LikeRoutes(backstage, community, subjects).routes());
        all.addAll(new OperationRoutes(backstage, subjects).routes());
        return all;
    }
}
