package dev.confluencekit.testkit.internal.api;

import dev.confluencekit.testkit.internal.access.Accounts;
import dev.confluencekit.testkit.internal.site.CommentKind;
import dev.confluencekit.testkit.internal.site.Community;
import java.util.ArrayList;
import java.util.List;

/** Brings together the operations on what people do around content. */
final class CommunityRoutes {

    private final Backstage backstage;
    private final Community community;
    private final Accounts accounts;
    private final PageJson pages;
    private final BodyFormats bodies;
    private final Subjects subjects;
    private final PropertyRoutes properties;

    CommunityRoutes(Backstage backstage, Community community, Accounts accounts, PageJson pages, BodyFormats bodies) {
        this.backstage = backstage;
        this.community = community;
        this.accounts = accounts;
        this.pages = pages;
        this.bodies = bodies;
        this.subjects = new Subjects(backstage, community);
        this.properties = new PropertyRoutes(backstage, subjects);
    }

    PropertyRoutes properties() {
        return properties;
    }

    AttachmentIncludes attachmentIncludes() {
        return new AttachmentIncludes(backstage, community.labels(), properties);
    }

    List<Route> routes() {
        CommentJson shapes = new CommentJson(backstage, community, pages, bodies);
        CommentIncludes includes = new CommentIncludes(backstage, community, properties, pages);
        SiteLabelRoutes labels = new SiteLabelRoutes(backstage, community, subjects, pages);
        List<Route> all = new ArrayList<>(properties.routes());
        all.addAll(new CustomContentRoutes(
                        backstage, new CustomContentJson(backstage, pages, bodies, properties), subjects)
                .routes());
        for (CommentKind kind : CommentKind.values()) {
            all.addAll(new CommentRoutes(backstage, community, kind, shapes, includes, subjects).routes());
        }
        all.addAll(new LikeRoutes(backstage, community, subjects).routes());
        all.addAll(new OperationRoutes(backstage, subjects).routes());
        all.addAll(new LabelRoutes(backstage, community.labels(), subjects).routes());
        all.addAll(labels.routes());
        all.addAll(new VersionRoutes(backstage, pages, community, subjects).routes());
        all.addAll(new WatchRoutes(backstage, community.watches(), accounts, labels, subjects).routes());
        all.addAll(new GroupRoutes(backstage, community.groups(), accounts).routes());
        all.addAll(new UserRoute(backstage, accounts).routes());
        all.addAll(new InlineTaskRoutes(backstage, community.tasks(), bodies).routes());
        all.addAll(new ClassificationRoutes(backstage, community.classifications()).routes());
        all.addAll(new RestrictionRoutes(backstage, community.groups(), accounts).routes());
        all.add(new PermissionCheckRoute(backstage, community.groups(), accounts).route());
        all.add(new ContentTypeRoute(backstage, community, subjects).route());
        return all;
    }
}
